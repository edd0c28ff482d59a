'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { listPriorities, setPriorities } from '#lib/contract/planning-issue.ts'
import type { Priority } from '#lib/contract/planning-issue.ts'
import { whyNotPriorities } from '#lib/domain/planning-issue/rules.ts'
import { reading } from '#lib/http/query.ts'
import { isolated } from '#lib/kit/visible.ts'

import { PriorityFinder } from './priority-finder.tsx'
import { PriorityLine } from './priority-line.tsx'
import type { Line } from './priority-line.tsx'

type Props = { group: string; milestone: string; title: string; onClose: () => void }

/** All priorities of a milestone, in order: added, moved, described and taken off, and saved at once. */
export function PrioritiesDialog({ group, milestone, title, onClose }: Props) {
  const { data, error } = useQuery(reading(listPriorities, { group, milestone }))
  return (
    <Dialog
      title={`Priorities of ${title}`}
      description="What the milestone is for, the most important first."
      broad
      tall
      onClose={onClose}
    >
      {error && !data && <p role="alert">Could not load the priorities. Close this window and try again.</p>}
      {!data && !error && <Skeleton className="h-24 w-full" />}
      {data && (
        <PrioritiesForm
          group={group}
          milestone={milestone}
          title={title}
          known={data.items}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

const sentOf = ({ kind, number, teams, goal }: Line): Priority => ({ kind, number, teams, goal: goal.trim() })

function PrioritiesForm({ group, milestone, title, known, onClose }: Props & { known: readonly Line[] }) {
  const [lines, setLines] = useState(known)
  /** The list on which one's own is built: another person may change it meanwhile. */
  const [was] = useState(known)
  const { change, busy } = useBusyChange()
  const sent = lines.map(sentOf)
  const reason = busy ? 'Saving…' : (whyNotPriorities(sent)?.because ?? null)
  const save = async () => {
    if (reason) return
    const saved = await change({
      endpoint: setPriorities,
      input: { group, milestone, priorities: sent, was: was.map(sentOf) },
      message: `Saved the priorities of ${isolated(title)}.`,
    })
    if (saved) onClose()
  }
  const place = (from: number, to: number) =>
    setLines((now) => {
      const [line] = now.slice(from, from + 1)
      return line === undefined ? now : now.toSpliced(from, 1).toSpliced(to, 0, line)
    })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {lines.length === 0 && <p className="text-ink-3">No priorities yet. Add an issue or an epic.</p>}
      <ol aria-label="Priorities" className="flex flex-col gap-2">
        {lines.map((line, at) => (
          <PriorityLine
            key={`${line.kind} ${line.number}`}
            group={group}
            line={line}
            at={at}
            count={lines.length}
            onChange={(next) => setLines((now) => now.with(at, next))}
            onPlace={(to) => place(at, to)}
            onRemove={() => setLines((now) => now.toSpliced(at, 1))}
          />
        ))}
      </ol>
      <PriorityFinder
        group={group}
        onFind={(work) =>
          setLines((now) =>
            now.some(({ kind, number }) => kind === work.kind && number === work.number)
              ? now
              : [...now, { ...work, teams: [], goal: '' }],
          )
        }
      />
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-surface px-4 py-3">
        <CancelButton />
        <Button kind="primary" type="submit" disabledReason={reason}>
          Save
        </Button>
      </div>
    </form>
  )
}
