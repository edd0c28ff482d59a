import type { EventData } from '#lib/domain/events.ts'
import type { Undoable } from '#lib/domain/undo.ts'
import type { Ctx } from '../context.ts'

/** An event that is to be taken back; `issue` is the number of its issue, 0 for what is no issue's. */
export type ToUndo<T extends Undoable> = {
  type: T
  data: EventData<T>
  number: number
  at: Date
  issue: number
}

/**
 * The inverse of an act, which asks for the rights and keeps the rules that whoever did it by hand would meet now, and
 * leaves an event of its own.
 */
export type WayBack<T extends Undoable> = (ctx: Ctx, event: ToUndo<T>) => Promise<unknown>

/** The ways back of a noun's events, all of them: what has none is in `NEVER`, with the reason. */
export type WaysBack<Noun extends string> = { [T in Undoable & `${Noun}.${string}`]: WayBack<T> }

export const swapped = <T>({ from, to }: { from: T; to: T }) => ({ from: to, to: from })
