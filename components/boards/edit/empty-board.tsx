import type { BoardView } from '#lib/contract/boards.ts'
import { isolated } from '#lib/kit/visible.ts'

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
  const where = milestone ? isolated(milestone.title) : 'this board'
  if (board.kind === 'build') return `No Deliverables in ${where} yet.`
  if (board.kind === 'planning') return `No issues in ${where} yet.`
  return 'No issues yet.'
}

function hintOf({ board, milestone, labels, filterLabelIds, columns }: BoardView): string {
  if (columns.length === 0) {
    return 'Open the board menu and its settings, and add a column for each label that cards move through.'
  }
  const moved = labels
    .filter(({ id }) => filterLabelIds.includes(id))
    .map(({ title }) => `~${isolated(title)}`)
  const facts = [milestone && `the milestone ${isolated(milestone.title)}`, ...moved]
    .filter(Boolean)
    .join(' and ')
  if (board.kind === 'build') {
    return `The engineering manager marks chosen issues on the planning board as Deliverable. Here is what carries ${facts}.`
  }
  return facts ? `An issue appears here as soon as it carries ${facts}.` : 'Create the first issue.'
}
