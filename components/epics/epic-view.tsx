'use client'

import { useState } from 'react'

import { IssueText } from '#components/issues/issue-text.tsx'
import { nameOf, useLookups } from '#components/issues/lookups.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days.ts'
import { lazily } from '#components/ui/lazily.tsx'
import { readEpic } from '#lib/contract/epics.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import { useEpicActs } from './epic-acts.ts'
import { EpicIssues } from './epic-issues.tsx'
import { EpicJournal } from './epic-journal.tsx'
import { EpicRail } from './epic-rail.tsx'

const EpicDialog = lazily(async () => (await import('./epic-dialog.tsx')).EpicDialog)

/** The page of an epic: what it is for, its scope, who leads it, and who changed the scope when. */
export function EpicView({ group, epic: number }: { group: string; epic: number }) {
  const epic = usePrefetched(readEpic, { group, epic: number })
  const lookups = useLookups(group)
  const { zone } = useGroup(group)
  const acts = useEpicActs(group)
  const refusal = whyNotAllowed(useActor(group), 'epic.edit')?.because ?? null
  const [editing, setEditing] = useState<{ version: number } | null>(null)
  const creator = epic.journal.find(({ type }) => type === 'epic.created')
  return (
    <div className="mx-auto grid w-full max-w-6xl grid-cols-[minmax(0,1fr)_280px] gap-x-10 gap-y-6 px-7 py-6 max-lg:grid-cols-1 max-sm:px-4">
      <div className="flex min-w-0 flex-col gap-5">
        <header className="flex flex-col gap-1.5">
          <div className="flex items-start gap-3">
            <h1 className="min-w-0 flex-1 text-xl leading-snug font-semibold tracking-[-0.014em] text-pretty wrap-anywhere">
              {epic.title} <span className="num font-normal text-ink-3">&amp;{number}</span>
            </h1>
            <Button
              disabledReason={refusal}
              onPointerEnter={EpicDialog.ahead}
              onClick={() => setEditing({ version: epic.version })}
            >
              Edit
            </Button>
          </div>
          <p className="num text-xs text-ink-3">
            {creator?.actor ? `${nameOf(creator.actor, lookups)} created it` : 'Created'} on{' '}
            {momentIn(zone, epic.createdAt)}
          </p>
        </header>
        {epic.description.trim() ? (
          <IssueText group={group} text={epic.description} />
        ) : (
          <p className="text-base text-ink-3">No description yet.</p>
        )}
        <EpicIssues group={group} epic={epic} lookups={lookups} refusal={refusal} />
        <EpicJournal group={group} journal={epic.journal} zone={zone} />
      </div>
      <div>
        <EpicRail group={group} epic={epic} lookups={lookups} refusal={refusal} zone={zone} />
      </div>
      {editing && (
        <EpicDialog
          group={group}
          now={{ title: epic.title, description: epic.description }}
          onClose={() => setEditing(null)}
          onSave={async ({ title, description }) => {
            const answer = await acts.edit(epic, { title, description }, editing.version)
            if (answer === null || 'trouble' in answer) return answer
            // whoever saves again has seen what the others wrote
            setEditing({ version: answer.version })
            return {
              trouble: 'Somebody edited this epic meanwhile. Yours is still here.',
              theirs: answer.theirs,
            }
          }}
        />
      )}
    </div>
  )
}
