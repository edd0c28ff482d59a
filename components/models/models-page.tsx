'use client'

import { useSearchParams } from 'next/navigation'
import { useState } from 'react'

import { useActor } from '#components/shell/use-group.ts'
import { useLineKeys } from '#components/shell/use-line-keys.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Empty } from '#components/ui/state.tsx'
import { listModels } from '#lib/contract/models.ts'
import { listPeople } from '#lib/contract/people.ts'
import { may } from '#lib/domain/permissions.ts'

import { ModelDialogs } from './model-dialogs.tsx'
import type { Asked } from './register.ts'
import { ModelLines } from './model-lines.tsx'

const ModelDialog = lazyPopup(async () => (await import('./model-dialog.tsx')).ModelDialog)
const QuestionsDialog = lazyPopup(async () => (await import('./questions-dialog.tsx')).QuestionsDialog)

/** Handbook › Pushing back: "New model onboarding goes through a lightweight readiness check". */
export function ModelsPage({ group }: { group: string }) {
  const register = usePrefetched(listModels, { group })
  const people = usePrefetched(listPeople, { group }).items
  const opened = Number(useSearchParams().get('model'))
  const actor = useActor(group)
  const [asked, ask] = useState<Asked | null>(null)
  const [open, setOpen] = useState<'new' | 'questions' | null>(null)
  useLineKeys({ title: 'Models' })
  const edit = may(actor, 'model.edit')
  const close = () => setOpen(null)
  return (
    <PageFrame className="flex flex-col gap-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-lg">Models</h1>
        <p className="min-w-0 flex-1 basis-72 text-pretty text-ink-2 max-sm:basis-full">
          Work that adds a model becomes a Deliverable when the model is ready, or waived by the engineering
          manager.
        </p>
        {may(actor, 'model.questions') && (
          <Button
            kind="quiet"
            className="no-print"
            onPointerEnter={QuestionsDialog.ahead}
            onClick={() => setOpen('questions')}
          >
            Edit questions
          </Button>
        )}
        {edit && (
          <Button
            kind="primary"
            className="no-print"
            onPointerEnter={ModelDialog.ahead}
            onClick={() => setOpen('new')}
          >
            New model
          </Button>
        )}
      </header>
      {register.items.length === 0 ? (
        <Empty title="No models yet">
          <p>Add a model to answer its readiness check, and to name it on the issues that add it.</p>
        </Empty>
      ) : (
        <ModelLines group={group} register={register} people={people} opened={opened} onAsk={ask} />
      )}
      {open === 'new' && (
        <ModelDialog group={group} people={people} model={null} me={actor.handle} onClose={close} />
      )}
      {open === 'questions' && <QuestionsDialog group={group} register={register} onClose={close} />}
      {asked && (
        <ModelDialogs
          group={group}
          register={register}
          people={people}
          me={actor.handle}
          asked={asked}
          onClose={() => ask(null)}
        />
      )}
    </PageFrame>
  )
}
