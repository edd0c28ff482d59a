import { setTimeout } from 'node:timers/promises'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { closeMilestone } from '#db/commands/closing/close.ts'
import { reopenMilestone } from '#db/commands/closing/reopen.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { pool } from '#db/connection.ts'
import type { Ctx } from '#db/context.ts'
import type { Job } from '#db/jobs/job.ts'
import { milestoneFreeze } from '#db/jobs/milestone-freeze.ts'
import { personCtx, useOwnDatabase } from '#db/testing/group.ts'
import { anIssue } from '#db/testing/world.ts'
import { startJobs } from './queue.ts'

const group = 'custom-models'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const soon = { timeout: 30_000, interval: 50 }
/** A week after the last of them has ended. */
const now = () => new Date('2026-02-20T10:00:00Z')

let mohamed: Ctx

beforeAll(async () => {
  await useOwnDatabase()
  mohamed = await personCtx('mohamed')
  const days = {
    '18.7': ['2025-12-01', '2025-12-31'],
    '18.8': ['2026-01-01', '2026-01-09'],
    '18.9': ['2026-01-10', '2026-02-13'],
  }
  for (const [title, [startOn = '', dueOn = '']] of Object.entries(days))
    await createMilestone(mohamed, { group, title, startOn, dueOn })
  for (const milestone of ['18.8', '18.8', '18.9'])
    await anIssue(mohamed, { labels, dri: 'julie', milestone })
})

const started = async (job: Job) => {
  const running = await startJobs({ url: process.env.DATABASE_URL ?? '', jobs: [job], now })
  onTestFinished(() => running.stop())
  return running
}
const frozen = async () => {
  const { rows } = await pool().query<{
    title: string
    early: boolean
    issues: number
    rows: number
    at: Date
  }>(
    `select e.data->>'title' as title, (e.data->>'early')::boolean as early, jsonb_array_length(e.data->'issues') as issues,
        (select count(*)::int from milestone_outcomes o where o.milestone_id = e.subject_key::int) as rows, e.happened_at as at
      from events e where e.type = 'milestone.frozen' order by e.happened_at, e.number`,
  )
  return rows.map(({ title, early, issues, rows, at }) => ({
    title,
    early,
    issues,
    rows,
    at: at.toISOString(),
  }))
}

test('closing before the end freezes then, and reopening takes that back', async () => {
  const early = { ...mohamed, now: new Date('2026-01-08T10:00:00Z') }
  const refs = (
    await pool().query<{ n: number }>(`select number as n from issues i
    join milestones m on m.id = i.milestone_id where m.title = '18.8' order by 1`)
  ).rows.map(({ n }) => n)
  const issues = refs.map((ref) => ({ ref, destination: '18.9', reason: 'scope' as const }))
  await closeMilestone(early, { group, milestone: '18.8', issues, early: true })
  expect(await frozen()).toEqual([
    { title: '18.8', early: true, issues: 2, rows: 2, at: '2026-01-08T10:00:00.000Z' },
  ])
  await reopenMilestone({ ...early, now: new Date('2026-01-08T11:00:00Z') }, { group, milestone: '18.8' })
  expect((await pool().query('select from milestone_outcomes')).rowCount).toBe(0)
  await closeMilestone(
    { ...early, now: new Date('2026-01-08T12:00:00Z') },
    { group, milestone: '18.8', issues, early: true },
  )
  expect((await pool().query('select from milestone_slips')).rowCount).toBe(2)
})

test('killed in the middle, and started in several processes after a week, each milestone is frozen once as of its end', async () => {
  let reached = () => {}
  const began = new Promise<void>((resolve) => (reached = resolve))
  const dies: Job = {
    ...milestoneFreeze,
    run: async (ctx, period) => {
      await milestoneFreeze.run(ctx, period)
      const { rows } = await ctx.db.query<{ pid: number }>('select pg_backend_pid() as pid')
      await pool().query('select pg_terminate_backend($1)', [rows[0]?.pid])
      reached()
      await setTimeout(50)
    },
  }
  const before = await frozen()
  const killed = await started(dies)
  await began
  await killed.stop()
  expect(await frozen()).toEqual(before)
  await Promise.all([started(milestoneFreeze), started(milestoneFreeze), started(milestoneFreeze)])
  const added = [
    { title: '18.7', early: false, issues: 0, rows: 0, at: '2026-01-01T00:00:00.000Z' },
    { title: '18.9', early: false, issues: 3, rows: 3, at: '2026-02-14T00:00:00.000Z' },
  ]
  await vi.waitFor(async () => expect(await frozen()).toEqual(expect.arrayContaining(added)), soon)
  expect(await frozen()).toHaveLength(before.length + added.length)
}, 90_000)

test('what was frozen at the end stays with a reopening, which takes back what the closing added', async () => {
  const refs = (
    await pool().query<{ n: number }>(`select issue_number as n from milestone_outcomes o
    join milestones m on m.id = o.milestone_id where m.title = '18.9' order by 1`)
  ).rows.map(({ n }) => n)
  const after = { ...mohamed, now: now() }
  const issues = refs.map((ref) => ({ ref, destination: 'backlog', reason: 'scope' as const }))
  const count = async (table: string) =>
    (
      await pool().query(
        `select from ${table} o join milestones m on m.id = o.milestone_id where m.title = '18.9'`,
      )
    ).rowCount
  await closeMilestone(after, { group, milestone: '18.9', issues })
  expect([await count('milestone_outcomes'), await count('milestone_slips')]).toEqual([3, 3])
  await reopenMilestone({ ...after, now: new Date('2026-02-20T12:00:00Z') }, { group, milestone: '18.9' })
  expect([await count('milestone_outcomes'), await count('milestone_slips')]).toEqual([3, 0])
})
