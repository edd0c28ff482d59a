import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rebuildBuild } from '../commands/rebuild-build.ts'
import { createMilestone } from '../commands/milestones.ts'
import type { Ctx } from '../context.ts'
import { ledgerUntil, naively, type NaiveOutcome } from '../testing/naive-outcomes.ts'
import { COMMITMENTS, UNDO } from '../testing/random-acts.ts'
import { ON_COMMITMENTS } from '../testing/random-acts-commitments.ts'
import { beginHistory, histories, live } from '../testing/random-history.ts'
import { rowsBothWays } from '../testing/replayed.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { type MilestoneRow, milestonesOf } from './milestones.ts'
import { readSayDo } from './say-do.ts'

const group = 'custom-models'
const HOUR = 3_600_000
const LABELS = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']

/** Two milestones that meet in the night in which clocks change in Beirut and Lisbon, the second ends where they change elsewhere. */
async function springOf(begun: Ctx): Promise<Ctx> {
  const ctx = { ...begun, now: new Date('2026-03-22T12:00:00Z') }
  await createMilestone(ctx, { group, title: '19.0', startOn: '2026-03-24', dueOn: '2026-03-28' })
  await createMilestone(ctx, { group, title: '19.1', startOn: '2026-03-29', dueOn: '2026-04-05' })
  for (let made = 0; made < 4; made += 1)
    await anIssue(ctx, { labels: LABELS, dri: 'julie', milestone: '19.0' })
  return ctx
}

/** The last event by which it was frozen, where it is. */
async function frozenBy({ db }: Ctx, { id, frozenAt }: MilestoneRow): Promise<number | null> {
  if (frozenAt === null) return null
  const { rows } = await db.query<{ number: number }>(
    `select max(number) as number from events where group_id = 1 and type = 'milestone.frozen' and subject_key = $1`,
    [id],
  )
  return rows[0]?.number ?? null
}

async function naiveOutcomes(ctx: Ctx, milestone: MilestoneRow): Promise<NaiveOutcome[]> {
  const { id, startOn, dueOn, closedAt } = milestone
  const ledger = await ledgerUntil(ctx.db, await frozenBy(ctx, milestone))
  const days = { id, startOn: startOn ?? '', dueOn: dueOn ?? '' }
  const until = closedAt === null ? ctx.now : new Date(closedAt)
  return naively(ledger, days, { zone: ctx.group.zone, until }).toSorted((a, b) => a.issue - b.issue)
}

const refs = (some: readonly NaiveOutcome[]) => some.map(({ issue }) => issue)
const weigh = (some: readonly NaiveOutcome[]) => some.reduce((sum, { weight }) => sum + weight, 0)

/** What the product says of a milestone is what the naive definition says; answers what that found. */
async function insistOn(ctx: Ctx, milestone: MilestoneRow): Promise<NaiveOutcome[]> {
  const all = await naiveOutcomes(ctx, milestone)
  const part = (outcome: NaiveOutcome['outcome']) => all.filter((one) => one.outcome === outcome)
  const [completed, early] = [part('completed'), all.filter(({ atStart }) => atStart)]
  const told = await readSayDo(ctx, { milestone: milestone.slug })
  const where = `${milestone.title} in ${ctx.group.zone} at ${ctx.now.toISOString()}`
  expect(told, where).toMatchObject({
    assigned: refs(all),
    completed: refs(completed),
    addedLater: refs(all.filter(({ atStart }) => !atStart)),
    reprioritised: refs(part('reprioritised')),
    slipped: refs(part('slipped')),
    sums: { assigned: { count: all.length, weight: weigh(all) } },
    definitions: [
      { done: completed.length, said: all.length },
      { done: weigh(completed), said: weigh(all) },
      { done: early.filter((one) => completed.includes(one)).length, said: early.length },
      { done: completed.length, said: all.length - part('reprioritised').length },
    ],
  })
  return all
}

test('whatever happens and is taken back, in any zone and within a second of any end, spans and outcomes are what the events say', async () => {
  const done = new Map<string, number>()
  const found = new Map<string, number>()
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  await fc.assert(
    fc.asyncProperty(histories(8 * HOUR, { minLength: 60, maxLength: 60 }), (history) =>
      inWorld(async (begun, world) => {
        const insistOnAll = async (ctx: Ctx) => {
          const { ledger, tables } = await rowsBothWays(ctx.db, 1)
          expect(tables.buildSpans).toEqual(ledger.buildSpans)
          for (const one of await milestonesOf(ctx)) {
            if (one.dueOn === null) continue
            for (const { outcome } of await insistOn(ctx, one)) count(found, outcome)
          }
        }
        const after = async (ctx: Ctx, act: string | null, at: number) => {
          if (act !== null) count(done, act)
          if (at % 12 === 11) await insistOnAll(ctx)
        }
        const spring = await springOf(await beginHistory(begun, history))
        const ctx = await live(spring, world, history, { kinds: COMMITMENTS, after })
        expect(await rebuildBuild(ctx.db, 1)).toMatchObject({ missing: 0, wrong: 0 })
        await insistOnAll({ ...ctx, now: new Date(ctx.now.getTime() + 400 * HOUR) })
      }),
    ),
    { numRuns: 12, endOnFailure: true },
  )
  const missed = [...Object.keys(ON_COMMITMENTS), UNDO].filter((name) => !done.has(name))
  expect(missed, 'acts that no history held').toEqual([])
  for (const outcome of ['completed', 'reprioritised', 'slipped'])
    expect(found.get(outcome) ?? 0, outcome).toBeGreaterThan(0)
}, 300_000)
