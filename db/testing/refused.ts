import { expect } from 'vitest'
import { Failure } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { lastEvent } from '../queries/events.ts'
import { rowsOf } from './rows.ts'

/** What the person reads whose act is refused; insists that the act left no row and no event behind. */
export async function refusalOf(ctx: Ctx, act: () => Promise<unknown>): Promise<string> {
  const before = await allOf(ctx)
  const failure: unknown = await act().then(
    () => new Error('It was not refused.'),
    (error: unknown) => error,
  )
  if (!(failure instanceof Failure)) throw failure
  expect(await allOf(ctx), 'nothing is written').toEqual(before)
  return `${failure.code}: ${failure.detail}`
}

const allOf = async (ctx: Ctx) => ({ event: await lastEvent(ctx), rows: await rowsOf(ctx.db) })
