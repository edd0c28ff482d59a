import type { BoardView } from '#lib/contract/boards.ts'
import type { BoardShape } from '#lib/domain/board-shapes.ts'

/** How a board that is open was made. */
export function shapeOfView({ board, columns, filterLabelIds, labels }: BoardView): BoardShape {
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
