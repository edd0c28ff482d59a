import { beforeAll, expect, test } from 'vitest'
import { pool } from '../connection.ts'
import { verifyChain } from '../queries/chain.ts'
import { boardsOf } from '../queries/boards-list.ts'
import { listIssues } from '../queries/issues.ts'
import { emptyDatabase } from '../testing/empty-database.ts'
import { seedOnFirstRun } from '../seed/first-run.ts'
import { personCtx } from '../testing/group.ts'
import { NOON } from '../testing/world.ts'
import { createIssue } from './issues/create.ts'
import { removeSample } from './sample.ts'

const group = 'custom-models'

beforeAll(async () => {
  process.env.DATABASE_URL = await emptyDatabase()
  await seedOnFirstRun(process.env.DATABASE_URL, () => {}, { sample: true, now: NOON })
}, 120_000)

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
  const events = (await verifyChain(pool(), 1)).events
  const { removed } = await removeSample(ctx)
  expect(removed).toBeGreaterThanOrEqual(240)
  expect((await listIssues(ctx, { group })).items.map((item) => item.ref)).toEqual([mine.card.ref])
  const boards = await boardsOf(ctx)
  expect(boards.map((board) => board.milestone)).not.toContain(null)
  expect(await verifyChain(pool(), 1)).toEqual({ events: events + 1, broken: null })
  const left = await pool().query(`select
    (select count(*)::int from issues where sample) + (select count(*)::int from epics where sample)
    + (select count(*)::int from comments where sample) + (select count(*)::int from milestones where sample)
    + (select count(*)::int from labels where sample)
    + (select count(*)::int from people where sample) as left`)
  expect(left.rows).toEqual([{ left: 0 }])
  const urgency = await pool().query(`select title from labels where title like 'severity%'`)
  expect(urgency.rows, 'a label that somebody uses stays').toEqual([{ title: 'severity::2' }])
})

test('removing it again removes nothing', async () => {
  expect(await removeSample(await personCtx('mohamed'))).toMatchObject({ removed: 0 })
})
