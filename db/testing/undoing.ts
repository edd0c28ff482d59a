import { expect, test } from 'vitest'
import type { EventType } from '#lib/domain/events.ts'
import type { Undoable } from '#lib/domain/undo.ts'
import { undoEvent } from '../commands/undo.ts'
import type { Ctx } from '../context.ts'
import { lastEvent } from '../queries/events.ts'
import { rowsOf } from './rows.ts'
import { anIssue, inWorld } from './world.ts'

type Act = (ctx: Ctx) => Promise<unknown>
/** Prepares what an act is about, and answers the acts, which are done one after the other. */
type Prepare = (ctx: Ctx) => Promise<Act[]>
/** `leaves`: why not all rows are as they were in the end. */
export type Family = { prepare: Prepare; leaves?: string }

/** A way to do each of what can be taken back of some nouns, but for what comes about only by something else. */
export type Families<Noun extends string, Elsewhere extends EventType = never> = {
  [T in Exclude<Undoable & `${Noun}.${string}`, Elsewhere>]: Family
}

export const onAnIssue =
  (...acts: ((ctx: Ctx, ref: number) => Promise<unknown>)[]): Prepare =>
  async (ctx) => {
    const ref = await anIssue(ctx)
    return acts.map((act) => (now: Ctx) => act(now, ref))
  }

/** Does it, does it again, takes both back: after each step the rows are as they were before that. */
export function testUndoOf(families: Record<string, Family>): void {
  test.each(Object.entries(families))('%s: done, and done again, is taken back in turn', (_, family) =>
    inWorld(async (ctx) => {
      const acts = await family.prepare(ctx)
      const done: { event: number; before: unknown }[] = []
      for (const act of acts) {
        done.push({ event: (await lastEvent(ctx)) + 1, before: await rowsOf(ctx.db) })
        await act(ctx)
      }
      for (const { event, before } of done.toReversed()) {
        const now = await rowsOf(ctx.db)
        expect(now).not.toEqual(before)
        const { refused } = await undoEvent(ctx, { group: ctx.group.slug, event })
        expect(refused).toEqual([])
        if (family.leaves === undefined) expect(await rowsOf(ctx.db)).toEqual(before)
        else expect(await rowsOf(ctx.db)).not.toEqual(now)
      }
      const event = done[0]?.event ?? 0
      await expect(undoEvent(ctx, { group: ctx.group.slug, event })).rejects.toThrow(
        'You already undid this change.',
      )
    }),
  )
}

export const newest = async (ctx: Ctx, table: string): Promise<number> => {
  const { rows } = await ctx.db.query<{ id: number }>(`select max(id)::int as id from ${table}`)
  return rows[0]?.id ?? 0
}
