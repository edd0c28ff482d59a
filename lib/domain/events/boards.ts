import type { BoardData } from '../board-shapes.ts'
import type { Change, TitledRef } from '../event-refs.ts'
import { event, listed } from './row.ts'

type BoardEvent = { board: TitledRef; shape: BoardData }

const whole = ({ board }: BoardEvent) => [`board ${board.id}`]

export const boardEvents = {
  'board.created': event<BoardEvent>({
    sentence: ({ board }) => `created the board “${board.title}”`,
    things: whole,
  }),
  'board.edited': event<{ board: TitledRef; changed: string[] } & Change<BoardData>>({
    sentence: ({ board, from, changed: what }) =>
      from.title === board.title
        ? `changed the ${listed(what)} of the board “${board.title}”`
        : `renamed the board “${from.title}” to “${board.title}”${what.length > 1 ? ` and changed its ${listed(what.slice(1))}` : ''}`,
    things: ({ board }) => [`board ${board.id} shape`],
  }),
  'board.removed': event<BoardEvent>({
    sentence: ({ board }) => `removed the board “${board.title}”`,
    things: whole,
  }),
  /** `behind`: the slug of the board that it stood behind; null where it was the first. */
  'board.placed': event<{ board: TitledRef; behind: string | null; order: number[] }>({
    sentence: ({ board }) => `moved the board “${board.title}” in the list of boards`,
    things: () => ['order of boards'],
  }),
}
