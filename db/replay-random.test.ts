import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEpic } from './commands/epics.ts'
import { moveIssue } from './commands/issues/move.ts'
import { undoEvent } from './commands/undo.ts'
import { actAtRandom } from './testing/random-acts.ts'
import { toldTwice } from './testing/replayed.ts'
import { anIssue, inWorld } from './testing/world.ts'

const steps = fc.array(
  fc.record({ act: fc.nat(999), who: fc.nat(99), ref: fc.nat(99), what: fc.nat(999), minutes: fc.nat(90) }),
  { minLength: 30, maxLength: 60 },
)

test('whatever people do and take back, in whatever order, the group is what its ledger says', async () => {
  let done = 0
  await fc.assert(
    fc.asyncProperty(steps, (list) =>
      inWorld(async (begun, { as }) => {
        await createEpic(begun, { title: 'One' })
        await createEpic(begun, { title: 'Two' })
        for (const epic of [1, 1, 2, null, null]) await anIssue(begun, { epic })
        let ctx = begun
        for (const [at, step] of list.entries()) {
          ctx = { ...ctx, now: new Date(ctx.now.getTime() + step.minutes * 60_000) }
          if (await actAtRandom(ctx, as, step)) done += 1
          if (at % 10 !== 9) continue
          const { ledger, tables } = await toldTwice(ctx.db, 1)
          expect(ledger).toEqual(tables)
        }
        const { ledger, tables } = await toldTwice(ctx.db, 1)
        expect(ledger).toEqual(tables)
      }),
    ),
    { numRuns: 12, endOnFailure: true },
  )
  expect(done).toBeGreaterThan(100)
}, 300_000)

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
    const spread = await toldTwice(ctx.db, 1)
    expect(spread.ledger).toEqual(spread.tables)
    await undoEvent(ctx, { group, event })
    const { ledger, tables } = await toldTwice(ctx.db, 1)
    expect(ledger).toEqual(tables)
  }))
