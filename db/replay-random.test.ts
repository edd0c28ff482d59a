import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBoard } from './commands/boards/create.ts'
import { createEpic } from './commands/epics.ts'
import { closeIssue } from './commands/issues/close.ts'
import { joinEpic } from './commands/issues/epic.ts'
import { moveIssue } from './commands/issues/move.ts'
import { undoEvent } from './commands/undo.ts'
import type { Ctx } from './context.ts'
import { readEpic } from './queries/epics.ts'
import { beginHistory, histories, live } from './testing/random-history.ts'
import { rowsBothWays } from './testing/replayed.ts'
import { anIssue, inWorld } from './testing/world.ts'

test('whatever people do and take back, in whatever order, the group is what its ledger says', async () => {
  let done = 0
  const isTold = async (ctx: Ctx) => {
    const { ledger, tables } = await rowsBothWays(ctx.db, 1)
    expect(ledger).toEqual(tables)
  }
  await fc.assert(
    fc.asyncProperty(histories(), (history) =>
      inWorld(async (begun, world) => {
        const after = async (ctx: Ctx, act: string | null, at: number) => {
          if (act !== null) done += 1
          if (at % 10 === 9) await isTold(ctx)
        }
        await isTold(await live(await beginHistory(begun, history), world, history, { after }))
      }),
    ),
    { numRuns: 12, endOnFailure: true },
  )
  expect(done).toBeGreaterThan(100)
}, 300_000)

test('an epic that its last issue closed stays closed in both, where the issue left it before its close was undone', () =>
  inWorld(async (ctx) => {
    const group = 'custom-models'
    const { number: epic } = await createEpic(ctx, { title: 'Lifecycle' })
    const ref = await anIssue(ctx, { epic })
    await closeIssue(ctx, { group, ref: await anIssue(ctx, { epic }) })
    const { event } = await closeIssue(ctx, { group, ref })
    await joinEpic(ctx, { group, ref, epic: null })
    await undoEvent(ctx, { group, event })
    expect((await readEpic(ctx, { group, epic })).closed).toBe(true)
    const { ledger, tables } = await rowsBothWays(ctx.db, 1)
    expect(ledger).toEqual(tables)
  }))

test('a board that was brought back and is taken back once more is gone in both, by an act of its own', () =>
  inWorld(async (ctx) => {
    const group = 'custom-models'
    const shape = {
      title: 'Bugs',
      milestone: { rule: 'any' as const },
      labels: [],
      columns: [{ label: 'type::bug', wipCount: null, wipWeight: null }],
    }
    const { event: made } = await createBoard(ctx, { group, ...shape })
    const undo = async (event: number) => (await undoEvent(ctx, { group, event })).event
    await undo(await undo(made))
    const again = await undo(made)
    const { ledger, tables } = await rowsBothWays(ctx.db, 1)
    expect(ledger).toEqual(tables)
    const { rows } = await ctx.db.query<{ act: number | null }>(
      `select (data->>'act')::int as act from events where group_id = 1 and number = $1`,
      [again],
    )
    expect(rows).toEqual([{ act: null }])
  }))

test('an undoing is not undone after another undoing changed the card once more', () =>
  inWorld(async (ctx) => {
    const group = 'custom-models'
    const ref = await anIssue(ctx, { labels: ['group::custom models', 'type::maintenance'] })
    const undo = async (event: number) => (await undoEvent(ctx, { group, event })).event
    const { event: moved } = await moveIssue(ctx, { group, board: 'planning', ref, to: '3' })
    const back = await undo(moved)
    const again = await undo(back)
    const backAgain = await undo(again)
    await undo(back)
    await expect(undoEvent(ctx, { group, event: backAgain })).rejects.toThrow('changed')
    const { ledger, tables } = await rowsBothWays(ctx.db, 1)
    expect(ledger).toEqual(tables)
  }))

test('ranks that were spread anew are what the ledger says, also where the last move is taken back', () =>
  inWorld(async (ctx) => {
    const group = 'custom-models'
    const refs = [await anIssue(ctx), await anIssue(ctx), await anIssue(ctx)]
    const [a = 0, b = 0, c = 0] = refs
    let event = 0
    let wasSpread = false
    for (let at = 0; at < 400; at += 1) {
      const ref = at % 2 === 0 ? b : c
      const moved = await moveIssue(ctx, { group, board: 'planning', ref, to: null, after: a })
      event = moved.event
      const { rows } = await ctx.db.query(
        `select from events where group_id = 1 and number = $1 and data ? 'spread'`,
        [event],
      )
      wasSpread = rows.length > 0
      if (wasSpread) break
    }
    expect(wasSpread).toBe(true)
    const spread = await rowsBothWays(ctx.db, 1)
    expect(spread.ledger).toEqual(spread.tables)
    await undoEvent(ctx, { group, event })
    const { ledger, tables } = await rowsBothWays(ctx.db, 1)
    expect(ledger).toEqual(tables)
  }))
