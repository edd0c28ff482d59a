import type { BoardView } from '#lib/contract/boards.ts'

/** A board without a card says what brings one here; one without a column, what to do first. */
export function EmptyBoard({ view }: { view: BoardView }) {
  return (
    <div className="mx-5 mb-3 flex-none rounded-lg border border-dashed border-line-strong px-4 py-3 text-pretty max-sm:mx-3">
      <p className="font-semibold">{titleOf(view)}</p>
      <p className="text-ink-2">{hintOf(view)}</p>
    </div>
  )
}

function titleOf({ board, milestone, columns }: BoardView): string {
  if (columns.length === 0) return 'This board has no columns yet.'
  const where = milestone?.title ?? 'this board'
  if (board.kind === 'build') return `Nothing is promised for ${where} yet.`
  if (board.kind === 'planning') return `Nothing is planned for ${where} yet.`
  return 'There is no issue here yet.'
}

function hintOf({ board, milestone, labels, filterLabelIds, columns }: BoardView): string {
  if (columns.length === 0) {
    return 'Open the board’s menu, then its settings, and add a column for each label that cards should move through. Until then every card lies below, not in a column.'
  }
  const carried = labels.filter(({ id }) => filterLabelIds.includes(id)).map(({ title }) => `~${title}`)
  const facts = [milestone && `the milestone ${milestone.title}`, ...carried].filter(Boolean).join(' and ')
  if (board.kind === 'build') {
    return `The engineering manager marks what was chosen on the planning board as Deliverable. Here is what carries ${facts}.`
  }
  return facts
    ? `An issue appears here as soon as it carries ${facts}.`
    : 'Issues appear here as soon as there are some.'
}
