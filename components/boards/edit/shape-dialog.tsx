'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { createBoard, editBoard, viewBoard } from '#lib/contract/boards.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import type { BoardShape } from '#lib/domain/board-shapes.ts'
import { Refused } from '#lib/http/call.ts'
import { reading } from '#lib/http/query.ts'
import { boardLink } from '#lib/kit/links.ts'

import { ShapeForm } from './shape-form.tsx'
import { shapeOfView } from './shape-of-view.ts'

type Props = {
  group: string
  /** The board to change; null makes a new one, which may begin as a copy of `like`. */
  board: { slug: string; shape: BoardShape } | null
  like?: BoardShape
  onClose: () => void
}

const WHAT = 'A board shows the issues of its filter in columns. Changes to a board change no issue.'

export function ShapeDialog({ group, board, like, onClose }: Props) {
  const router = useRouter()
  const client = useQueryClient()
  const change = useChange()
  const { boards } = useGroup(group)
  const [was, setWas] = useState(board?.shape ?? null)
  const labels = useQuery(reading(listLabels, { group }))
  const milestones = useQuery(reading(listMilestones, { group }))
  const save = async (shape: BoardShape) => {
    const { title } = shape
    const sent = { group, ...sentOf(shape) }
    if (board) {
      try {
        await change({
          endpoint: editBoard,
          input: { ...sent, board: board.slug, ...(was ? { was: sentOf(was) } : {}) },
          message: `Saved the board “${title}”.`,
          throws: true,
        })
      } catch (error) {
        // who saves once more has read what others did
        const now = newerShape(error)
        if (now) setWas(now)
        throw error
      }
    } else {
      await change({
        endpoint: createBoard,
        input: sent,
        message: `Created the board “${title}”.`,
        throws: true,
        apply: ({ slug }) => router.push(boardLink(group, slug)),
      })
    }
    onClose()
  }
  return (
    <Dialog title={board ? 'Board settings' : 'New board'} description={WHAT} wide onClose={onClose}>
      {labels.data && milestones.data ? (
        <ShapeForm
          labels={labels.data.items}
          milestones={milestones.data.items}
          now={board?.shape ?? null}
          begun={like ? copyOf(like) : null}
          boards={boards}
          copied={async (slug) =>
            copyOf(shapeOfView(await client.fetchQuery(reading(viewBoard, { group, board: slug }))))
          }
          onSave={save}
        />
      ) : (
        <output className="py-10 text-center text-ink-2">
          {labels.error || milestones.error
            ? 'Could not load the labels. Try again in a moment.'
            : 'Loading labels…'}
        </output>
      )}
    </Dialog>
  )
}

const sentOf = ({ title, milestone, labels, columns }: BoardShape) => ({
  title,
  milestone,
  labels: [...labels],
  columns: [...columns],
})

const copyOf = (shape: BoardShape): BoardShape => ({
  ...shape,
  title: `${shape.title} (copy)`.slice(0, 80),
})

/** What the board is now, where another person was faster. */
function newerShape(error: unknown): BoardShape | null {
  if (!(error instanceof Refused) || error.problem.code !== 'stale') return null
  // safe because the server answers a stale edit with the shape of the board
  return (error.problem['now'] as BoardShape | undefined) ?? null
}
