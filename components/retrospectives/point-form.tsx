'use client'

import type { FormEvent, Ref } from 'react'

import { Button } from '#components/ui/button.tsx'
import { ModKbd } from '#components/ui/keys/kbd.tsx'
import type { Stage } from '#lib/domain/retrospectives/retrospectives.ts'

import { type Person, PointFields, saidIn, whyNotSend } from './point-fields.tsx'
import type { RetrospectiveActs } from './retrospective-acts.ts'
import { usePointDraft } from './use-point-draft.ts'

type Props = {
  group: string
  month: string
  stage: Stage
  people: readonly Person[]
  acts: RetrospectiveActs
  field: Ref<HTMLTextAreaElement>
}

/** One point after the other: what is typed stays on this device until it is added. */
export function PointForm({ group, month, stage, people, acts, field }: Props) {
  const { value, set, clear } = usePointDraft(group, month)
  const why = acts.busy ? 'Sending…' : whyNotSend(value)
  const submit = async () => {
    if (!why && (await acts.addPoint(saidIn(value)))) clear()
  }
  return (
    <form
      aria-label="Add a point"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
      className="no-print flex flex-col gap-2 border-t border-line px-3.5 py-3"
    >
      <PointFields
        ref={field}
        people={people}
        value={value}
        label="Your point"
        onValue={set}
        onSend={() => void submit()}
      />
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p className="min-w-0 flex-1 text-pretty text-xs text-ink-3">
          {stage === 'open'
            ? 'Everyone in the group reads it at once.'
            : 'Only you read it until the points are opened.'}
        </p>
        <Button kind="primary" type="submit" disabledReason={why}>
          Add point <ModKbd>↵</ModKbd>
        </Button>
      </div>
    </form>
  )
}
