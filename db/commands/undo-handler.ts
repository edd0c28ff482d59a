import type { EventData } from '#lib/domain/events.ts'
import type { Undoable } from '#lib/domain/undo.ts'
import type { Ctx } from '../context.ts'

/** An event that is to be undone; `issue` is the number of its issue, 0 for what is no issue's. */
export type ToUndo<T extends Undoable> = {
  type: T
  data: EventData<T>
  number: number
  at: Date
  issue: number
}

/**
 * The inverse of a change. It asks for the rights and keeps the rules that a person who made it by hand would meet now,
 * and leaves an event of its own.
 */
export type UndoHandler<T extends Undoable> = (ctx: Ctx, event: ToUndo<T>) => Promise<unknown>

/** The undo handlers of a noun's events, all of them: an event without one is in `NEVER`, with the reason. */
export type UndoHandlers<Noun extends string> = { [T in Undoable & `${Noun}.${string}`]: UndoHandler<T> }

export const swapped = <T>({ from, to }: { from: T; to: T }) => ({ from: to, to: from })
