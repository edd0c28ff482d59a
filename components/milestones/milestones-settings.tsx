'use client'

import { useState } from 'react'

import { RoomHead, Rows } from '#components/ui/rows.tsx'
import { useActor } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Empty } from '#components/ui/state.tsx'
import type { MilestoneFacts } from '#lib/contract/facts.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { compareTitles } from '#lib/domain/milestones.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import { MilestoneRow } from './milestone-row.tsx'

const MilestoneDialog = lazyPopup(async () => (await import('./milestone-dialog.tsx')).MilestoneDialog)

const LEAD = 'Dated milestones hold committed work; shelves hold work for later.'

/** Handbook › Issue Milestones: the timeboxes, and the shelves beside them. */
export function MilestonesSettings({ group }: { group: string }) {
  const known = usePrefetched(listMilestones, { group })
  const reason = whyNotAllowed(useActor(group), 'milestone.create')?.because ?? null
  const [editing, setEditing] = useState<MilestoneFacts | 'new' | null>(null)
  const [byTitle, setByTitle] = useState(false)
  const timeboxes = known.items.filter(({ shelf }) => shelf === null)
  const shelves = known.items.filter(({ shelf }) => shelf !== null)
  const listed = byTitle ? timeboxes.toSorted((a, b) => compareTitles(b.title, a.title)) : timeboxes
  const row = (milestone: MilestoneFacts) => (
    <MilestoneRow
      key={milestone.id}
      group={group}
      milestone={milestone}
      when={milestone.slug === known.current ? 'current' : milestone.slug === known.next ? 'next' : null}
      reason={reason}
      onEdit={() => setEditing(milestone)}
    />
  )
  return (
    <>
      <RoomHead
        lead={LEAD}
        readers={reason}
        make={{ label: 'New milestone', dialog: MilestoneDialog, onMake: () => setEditing('new') }}
      />
      {timeboxes.length === 0 ? (
        <Empty title="No dated milestones yet">
          <p>Create the first one.</p>
        </Empty>
      ) : (
        <>
          <div className="flex items-center gap-2">
            <h2 className="flex-1 text-base">With dates</h2>
            <Button kind="quiet" size="sm" aria-pressed={byTitle} onClick={() => setByTitle(!byTitle)}>
              Sort by title
            </Button>
          </div>
          <Rows label="Dated">{listed.map(row)}</Rows>
        </>
      )}
      <h2 className="pt-2 text-base">Shelves</h2>
      <Rows label="Shelves">{shelves.map(row)}</Rows>
      {editing && (
        <MilestoneDialog
          group={group}
          milestone={editing === 'new' ? null : editing}
          known={known}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}
