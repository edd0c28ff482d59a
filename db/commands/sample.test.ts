import { beforeAll, expect, test } from 'vitest'
import { pool } from '../connection.ts'
import { verifyChain } from '../queries/chain.ts'
import { boardsOf } from '../queries/boards-list.ts'
import { listIssues } from '../queries/issues.ts'
import { milestonesOf } from '../queries/milestones.ts'
import { listShares } from '../queries/shares.ts'
import { personCtx } from '../testing/group.ts'
import { sampleDatabase } from '../testing/sample-database.ts'
import { createIssue } from './issues/create.ts'
import { removeSample } from './sample.ts'
import { createShare } from './shares.ts'

const group = 'custom-models'
const SAY_DO = { group, what: 'say_do' as const, name: 'Of the group' }

beforeAll(async () => {
  process.env.DATABASE_URL = await sampleDatabase()
}, 240_000)

test('only the EM or an administrator removes the sample', async () => {
  await expect(removeSample(await personCtx('julie'))).rejects.toMatchObject({ code: 'forbidden' })
})

test('the sample goes in one act; what people made, the boards, the current milestone and the ledger stay', async () => {
  const ctx = await personCtx('mohamed')
  const mine = await createIssue(ctx, {
    group,
    title: 'Mine',
    milestone: 'backlog',
    labels: ['severity::2'],
  })
  const gone = (await milestonesOf(ctx)).find(({ closedAt }) => closedAt !== null)
  const brief = { group, what: 'brief' as const, milestone: gone?.slug, name: 'Of the sample' }
  const of = { sample: await createShare(ctx, brief), group: await createShare(ctx, SAY_DO) }
  const events = (await verifyChain(pool(), 1)).events
  const { removed, event } = await removeSample(ctx)
  expect(removed).toBeGreaterThanOrEqual(240)
  expect((await listIssues(ctx, { group })).items.map((item) => item.ref)).toEqual([mine.card.ref])
  const boards = await boardsOf(ctx)
  expect(boards.map((board) => board.milestone)).not.toContain(null)
  expect(await verifyChain(pool(), 1)).toEqual({ events: events + 1, broken: null })
  const left = await pool().query(`select
    (select count(*)::int from issues where sample) + (select count(*)::int from epics where sample)
    + (select count(*)::int from comments where sample) + (select count(*)::int from milestones where sample)
    + (select count(*)::int from labels where sample) + (select count(*)::int from time_off)
    + (select count(*)::int from capacity_lanes) + (select count(*)::int from capacity_overrides)
    + (select count(*)::int from capacity_confirmations) + (select count(*)::int from triage_duties)
    + (select count(*)::int from sandboxes) + (select count(*)::int from sandbox_changes)
    + (select count(*)::int from people where sample) as left`)
  expect(left.rows).toEqual([{ left: 0 }])
  expect((await listShares(ctx)).items.map(({ id }) => id)).toEqual([of.group.share.id])
  const told = await pool().query(`select data->'shares' as shares from events where number = $1`, [event])
  expect(told.rows).toEqual([{ shares: [of.sample.share.id] }])
  const urgency = await pool().query(`select title from labels where title like 'severity%'`)
  expect(urgency.rows, 'a label that somebody uses stays').toEqual([{ title: 'severity::2' }])
})

test('removing it again removes nothing', async () => {
  expect(await removeSample(await personCtx('mohamed'))).toMatchObject({ removed: 0 })
})
