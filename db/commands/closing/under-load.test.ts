import { beforeAll, expect, test } from 'vitest'
import { Failure } from '#lib/kit/failure.ts'
import { randomFrom } from '#lib/kit/random.ts'
import { pool } from '../../connection.ts'
import type { Ctx } from '../../context.ts'
import { verifyChain } from '../../queries/chain.ts'
import { readClosing } from '../../queries/closing.ts'
import { milestonesOf } from '../../queries/milestones.ts'
import { personCtx, useOwnDatabase } from '../../testing/group.ts'
import { ledgerUntil, naively } from '../../testing/naive-outcomes.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue } from '../../testing/world.ts'
import { closeIssue, reopenIssue } from '../issues/close.ts'
import { labelIssue } from '../issues/labels.ts'
import { planIssue, weighIssue } from '../issues/plan.ts'
import { createMilestone } from '../milestones.ts'
import { closeMilestone, INCOMPLETE } from './close.ts'

const group = 'custom-models'
const milestone = '18.8'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const WRITERS = 5
const PATIENT = { timeout: 60_000 }
const refs: number[] = []
let mohamed: Ctx

beforeAll(async () => {
  await useOwnDatabase()
  mohamed = await personCtx('mohamed')
  await createMilestone(mohamed, { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-07' })
  await createMilestone(mohamed, { group, title: '18.9', startOn: '2026-01-08', dueOn: '2026-02-13' })
  for (let made = 0; made < 12; made += 1) refs.push(await anIssue(mohamed, { labels, dri: 'julie' }))
})

type Act = (ctx: Ctx, ref: number, what: number) => Promise<{ event: number }>
type Acknowledged = { ref: number; event: number; type: string }

/** Refused where it would change nothing, so that each answer names an event of its own. */
const TOLD: readonly (readonly [type: string, act: Act])[] = [
  ['issue.closed', (ctx, ref) => closeIssue(ctx, { group, ref })],
  ['issue.reopened', (ctx, ref) => reopenIssue(ctx, { group, ref })],
]
const BESIDE: readonly Act[] = [
  (ctx, ref, what) => weighIssue(ctx, { group, ref, weight: what }),
  (ctx, ref) => planIssue(ctx, { group, ref, milestone: '18.9' }),
  (ctx, ref) => planIssue(ctx, { group, ref, milestone }),
  (ctx, ref) => labelIssue(ctx, { group, ref, remove: ['Deliverable'] }),
  (ctx, ref) => labelIssue(ctx, { group, ref, add: ['Deliverable'] }),
]

/** Moves, closes, labels and weighs at random until told to stop; tells what it was answered. */
async function write(seed: string, stop: AbortSignal): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = []
  const { pick, between, percent } = randomFrom(seed)
  while (!stop.aborted) {
    const [ref, what] = [pick(refs), Math.floor(between(0, 4))]
    const [type, act] = percent(50) ? pick(TOLD) : [null, pick(BESIDE)]
    try {
      const { event } = await act(mohamed, ref, what)
      if (type !== null) acknowledged.push({ ref, event, type })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
    }
  }
  return acknowledged
}

/** As the dialog does: what came meanwhile is asked for again. Answers how often it was asked. */
async function closeIt(): Promise<number> {
  for (let asked = 1; ; asked += 1) {
    const { open, gone } = await readClosing(mohamed, { milestone })
    const issues = [
      ...open.map(({ ref }) => ({ ref, destination: 'backlog', reason: 'scope' as const })),
      ...gone.map(({ ref }) => ({ ref, reason: 'blocked' as const })),
    ]
    try {
      await closeMilestone(mohamed, { group, milestone, issues })
      return asked
    } catch (error) {
      if (!(error instanceof Failure) || error.facts.rule !== INCOMPLETE) throw error
    }
  }
}

const newest = async () =>
  (await pool().query<{ n: number }>('select max(number) as n from events')).rows[0]?.n ?? 0

test('closed while others move, close and label its issues: nothing that was acknowledged is lost, and the outcome is what the events say', async () => {
  const stop = new AbortController()
  const writers = Array.from({ length: WRITERS }, (_, nth) => write(`writer ${nth}`, stop.signal))
  const begun = await newest()
  await expect.poll(newest, PATIENT).toBeGreaterThan(begun + 20)
  await closeIt()
  const closed = await newest()
  await expect.poll(newest, PATIENT).toBeGreaterThan(closed + 20)
  stop.abort()
  const acknowledged = (await Promise.all(writers)).flat()

  const { rows: events } = await pool().query<Acknowledged>(
    'select number as event, issue_number as ref, type from events',
  )
  const byNumber = new Map(events.map((one) => [one.event, one]))
  for (const one of acknowledged) expect(byNumber.get(one.event)).toEqual(one)
  expect(await verifyChain(pool(), 1)).toMatchObject({ broken: null })
  const { ledger, tables } = await rowsBothWays(pool(), 1)
  expect(tables).toEqual(ledger)

  const box = (await milestonesOf(mohamed)).find(({ slug }) => slug === milestone)
  const { rows: frozen } = await pool().query<{ number: number }>(
    "select number from events where type = 'milestone.frozen'",
  )
  expect(frozen).toHaveLength(1)
  const told = naively(
    await ledgerUntil(pool(), frozen[0]?.number ?? 0),
    { id: box?.id ?? '', startOn: '2025-12-13', dueOn: '2026-01-07' },
    { zone: 'UTC', until: mohamed.now },
  )
  const { rows: outcomes } = await pool().query(
    `select issue_number as issue, outcome, assigned_at_start as "atStart", coalesce(weight, 0) as weight
      from milestone_outcomes order by 1`,
  )
  expect(outcomes).toEqual(told.toSorted((a, b) => a.issue - b.issue))
  expect(outcomes.length).toBeGreaterThan(0)
}, 120_000)
