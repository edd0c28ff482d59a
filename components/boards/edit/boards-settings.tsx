'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { RoomHead, Rows } from '#components/ui/rows.tsx'
import { useActor } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { listShapes } from '#lib/contract/boards.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { behindWhich } from '#lib/domain/board-order.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import { BoardRow } from './board-row.tsx'
import type { ListedBoard } from './board-row.tsx'
import { ShapeDialog } from './new-board.tsx'

const RemoveBoardDialog = lazyPopup(async () => (await import('./remove-board-dialog.tsx')).RemoveBoardDialog)

const LEAD = 'Each board shows the issues of its filter in columns. The sidebar lists them in the same order.'

/** Handbook › Planning and Delivery Boards: every board with its filter, columns and limits. */
export function BoardsSettings({ group }: { group: string }) {
  const client = useQueryClient()
  const { items } = usePrefetched(listShapes, { group })
  const milestones = usePrefetched(listMilestones, { group }).items
  const reason = whyNotAllowed(useActor(group), 'board.edit')?.because ?? null
  const [editing, setEditing] = useState<ListedBoard | 'new' | null>(null)
  const [doomed, setDoomed] = useState<ListedBoard | null>(null)
  const slugs = items.map(({ slug }) => slug)
  const titleOf = (slug: string) => milestones.find((one) => one.slug === slug)?.title ?? slug
  const move = ({ slug, shape }: ListedBoard, after: string | null) =>
    void import('./place-board.ts').then(({ placeBehind }) =>
      placeBehind(client, group, { slug, title: shape.title }, after),
    )
  return (
    <>
      <RoomHead
        lead={LEAD}
        readers={reason}
        make={{ label: 'New board', dialog: ShapeDialog, onMake: () => setEditing('new') }}
      />
      <Rows label="Boards">
        {items.map((board) => (
          <BoardRow
            key={board.slug}
            group={group}
            board={board}
            titleOf={titleOf}
            up={behindWhich(slugs, board.slug, -1)}
            down={behindWhich(slugs, board.slug, 1)}
            reason={reason}
            onPlace={(after) => move(board, after)}
            onEdit={() => setEditing(board)}
            onRemove={() => setDoomed(board)}
          />
        ))}
      </Rows>
      {editing && (
        <ShapeDialog
          group={group}
          board={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {doomed && (
        <RemoveBoardDialog
          group={group}
          board={{ slug: doomed.slug, title: doomed.shape.title }}
          onClose={() => setDoomed(null)}
        />
      )}
    </>
  )
}
