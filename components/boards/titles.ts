import type { BoardView } from '#lib/contract/boards.ts'

type Board = BoardView['board']

/** “Build board” for the boards that every milestone has; the others are called as they are called. */
export const boardTitle = ({ kind, title }: Board): string =>
  kind === 'planning' || kind === 'build' ? `${title} board` : title

/** A board of a shelf shows that shelf and no other milestone. */
export const hasPicker = ({ kind }: Board): boolean => kind !== 'next-1-3' && kind !== 'next-4-6'
