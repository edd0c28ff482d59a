import type { BoardView } from '#lib/contract/boards.ts'

type Board = BoardView['board']

/** “Build board” for the boards that every milestone has; the others are called as they are called. */
export const boardTitle = ({ kind, title }: Board): string =>
  kind === 'planning' || kind === 'build' ? `${title} board` : title

/** A board of a shelf shows that shelf and no other milestone. */
export const hasPicker = ({ board, milestones }: Pick<BoardView, 'board' | 'milestones'>): boolean =>
  board.milestoneRule !== 'fixed' || milestones.some(({ slug, shelf }) => slug === board.milestone && !shelf)

/** A shelf is its own milestone: to say it twice would say nothing. */
export const milestoneNote = ({ kind, milestoneTitle }: Board): string | null =>
  kind === 'next-1-3' || kind === 'next-4-6' ? null : milestoneTitle
