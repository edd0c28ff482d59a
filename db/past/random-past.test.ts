import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { replay } from '#lib/domain/replay.ts'
import type { Ctx } from '../context.ts'
import { ledgerOf } from '../queries/ledger.ts'
import { beginHistory, histories, live } from '../testing/random-history.ts'
import { rowsByLedger, rowsByTables } from '../testing/replayed.ts'
import { inWorld } from '../testing/world.ts'
import { asOf, EVERYTHING } from './as-of.ts'

/** What no view of the past reads: it is as it is today. */
const OF_TODAY = [
  'planning',
  'planningTemplate',
  'reportCounts',
  'planNotes',
  'planSteps',
  'sessions',
  'sandboxes',
  'sandboxChanges',
  'pushBacks',
  'hands',
  'retrospectives',
  'retrospectiveActions',
  'activities',
  'calls',
  'syncs',
  'syncPoints',
  'syncOutcomes',
  'updates',
  'models',
  'readinessQuestions',
]

const without = (rows: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(rows).filter(([name]) => !OF_TODAY.includes(name)))

/** The group at a moment by its ledger, and by the tables of the past. */
async function bothWays(ctx: Ctx, at: Date) {
  const ledger = without(rowsByLedger(replay(await ledgerOf(ctx.db, 1), { until: at })))
  const tables = without(await asOf(ctx, at, EVERYTHING, ({ db }) => rowsByTables(db, 1)))
  return { ledger, tables }
}

test('whatever people do and take back, the tables of any past moment are what the ledger says of it', async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(histories(), (history) =>
      inWorld(async (begun, world) => {
        const moments: Date[] = [begun.now]
        const after = async ({ now }: Ctx) => void moments.push(now)
        const ctx = await live(await beginHistory(begun, history), world, history, { after })
        for (const at of moments.filter((_, place) => place % 7 === 0)) {
          const { ledger, tables } = await bothWays(ctx, at)
          expect(tables).toEqual(ledger)
          asked += 1
        }
      }),
    ),
    { numRuns: 8, endOnFailure: true },
  )
  expect(asked).toBeGreaterThan(30)
}, 300_000)
