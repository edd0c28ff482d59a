'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'

import { send } from '#components/issues/deeds.ts'
import { toast } from '#components/shell/toasts.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { createBoard, editBoard } from '#lib/contract/boards.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import type { BoardShape } from '#lib/domain/board-shapes.ts'
import { reading } from '#lib/http/query.ts'
import { boardLink } from '#lib/kit/links.ts'

import { ShapeForm } from './shape-form.tsx'

/** `view` is the board to change; null makes a new one. */
type Props = { group: string; view: BoardView | null; onClose: () => void }

const WHAT =
  'A board shows the issues of its filter in columns. It owns none: changing or removing it changes no issue.'

export function ShapeDialog({ group, view, onClose }: Props) {
  const router = useRouter()
  const labels = useQuery(reading(listLabels, { group }))
  const milestones = useQuery(reading(listMilestones, { group }))
  const save = async (shape: BoardShape) => {
    const { title, milestone, labels: carried, columns } = shape
    const sent = { group, title, milestone, labels: [...carried], columns: [...columns] }
    if (view) {
      await send(editBoard, { ...sent, board: view.board.slug })
      toast({ text: `Saved the board “${title}”.` })
    } else {
      const { slug } = await send(createBoard, sent)
      toast({ text: `Created the board “${title}”.` })
      router.push(boardLink(group, slug))
    }
    onClose()
  }
  return (
    <Dialog title={view ? 'Board settings' : 'New board'} description={WHAT} wide onClose={onClose}>
      {labels.data && milestones.data ? (
        <ShapeForm
          labels={labels.data.items}
          milestones={milestones.data.items}
          now={view && shapeOfView(view)}
          onSave={save}
        />
      ) : (
        <output className="py-10 text-center text-ink-2">
          {labels.error || milestones.error
            ? 'The labels of the group cannot be read now. Close this, and try again in a moment.'
            : 'Reading the labels of the group…'}
        </output>
      )}
    </Dialog>
  )
}

function shapeOfView({ board, columns, filterLabelIds, labels }: BoardView): BoardShape {
  const titleOf = (id: string) => labels.find((label) => label.id === id)?.title ?? ''
  const { milestoneRule: rule } = board
  return {
    title: board.title,
    milestone: rule === 'fixed' ? { rule, slug: board.milestone ?? '' } : { rule },
    labels: filterLabelIds.map(titleOf),
    columns: columns.map(({ labelId, wipCount, wipWeight }) => ({
      label: titleOf(labelId),
      wipCount,
      wipWeight,
    })),
  }
}
