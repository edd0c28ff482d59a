import { beforeAll, expect, test } from 'vitest'
import { changeGroup } from '../commands/groups-edit.ts'
import { pool } from '../connection.ts'
import { record } from '../events/record.ts'
import { personCtx, useOwnDatabase } from '../testing/group.ts'
import type { Job } from './job.ts'
import { reportCounts } from './report-counts.ts'
import { runJob } from './run.ts'

beforeAll(useOwnDatabase)

const at = (now: string) => ({ db: pool(), now: new Date(now) })
const counted = async () => {
  const { rows } = await pool().query<{ week: string; findings: number }>(
    'select week_on as week, count(*) as findings from report_counts group by week_on order by week_on',
  )
  return rows.map(({ week }) => week)
}
const eventsOf = async (type: string) =>
  (await pool().query('select from events where type = $1', [type])).rowCount

test('of many processes that ask at the same moment, one does what is owed, and once', async () => {
  expect(await runJob(reportCounts, at('2026-01-12T04:59:59Z'))).toEqual([])
  const asked = await Promise.all(
    Array.from({ length: 5 }, () => runJob(reportCounts, at('2026-01-12T05:00:00Z'))),
  )
  expect(asked.flat()).toEqual([{ group: 'custom-models', period: '2026-01-12' }])
  expect(await counted()).toEqual(['2026-01-12'])
  expect(await eventsOf('report.counted')).toBe(1)
  expect(await runJob(reportCounts, at('2026-01-18T23:59:00Z'))).toEqual([])
})

test('after weeks in which nothing ran, this week is done, and the weeks that passed are not', async () => {
  expect(await runJob(reportCounts, at('2026-02-05T15:00:00Z'))).toEqual([
    { group: 'custom-models', period: '2026-02-02' },
  ])
  expect(await counted()).toEqual(['2026-01-12', '2026-02-02'])
})

test('the turn comes by the clock of the group, over the change to summer time as well', async () => {
  const em = await personCtx('mohamed')
  await changeGroup(
    { ...em, now: new Date('2026-02-06T09:00:00Z') },
    { group: 'custom-models', zone: 'America/New_York' },
  )
  // clocks go forward on Sunday, 8 March: five o’clock is nine hours before two in the afternoon in London
  expect(await runJob(reportCounts, at('2026-03-09T08:59:00Z'))).toEqual([])
  expect(await runJob(reportCounts, at('2026-03-09T09:00:00Z'))).toHaveLength(1)
  await changeGroup(
    { ...em, now: new Date('2026-03-09T10:00:00Z') },
    { group: 'custom-models', zone: 'Asia/Kathmandu' },
  )
  expect(await runJob(reportCounts, at('2026-03-15T23:14:00Z'))).toEqual([])
  expect(await runJob(reportCounts, at('2026-03-15T23:15:00Z'))).toEqual([
    { group: 'custom-models', period: '2026-03-16' },
  ])
})

/** Records an event for its only period, unless told otherwise. */
const aJob = (name: string, run: Job['run']): Job => ({
  name,
  cron: () => '0 0 * * *',
  owed: async () => ['once'],
  run,
})
const tells: Job['run'] = async (ctx) => {
  await record(ctx, { type: 'group.changed', data: { changed: [name], from: {}, to: {} } })
}
const name = 'a job'
const told = async () =>
  (await pool().query(`select from events where data->'changed' ? $1`, [name])).rowCount

test('what fails or is killed in the middle leaves nothing behind, and is done by the next who look', async () => {
  const now = at('2026-04-01T12:00:00Z')
  const fails = aJob('broken', async (ctx, period) => {
    await tells(ctx, period)
    throw new Error('no')
  })
  await expect(runJob(fails, now)).rejects.toThrow('no')
  const killed = aJob('broken', async (ctx, period) => {
    await tells(ctx, period)
    const { rows } = await ctx.db.query<{ pid: number }>('select pg_backend_pid() as pid')
    await pool().query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await ctx.db.query('select 1')
  })
  await expect(runJob(killed, now)).rejects.toThrow()
  expect(await told()).toBe(0)
  const works = aJob('broken', tells)
  expect((await Promise.all([runJob(works, now), runJob(works, now)])).flat()).toHaveLength(1)
  expect(await told()).toBe(1)
})

test('a job that records nothing is refused, so that nothing the clock does goes untold', async () => {
  await expect(
    runJob(
      aJob('silent', async () => {}),
      at('2026-04-02T12:00:00Z'),
    ),
  ).rejects.toThrow('without an event')
})
