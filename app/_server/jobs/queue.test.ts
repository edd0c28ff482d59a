import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { restoreBackup } from '#db/backup/restore.ts'
import { saveBackup } from '#db/backup/save.ts'
import { changeGroup } from '#db/commands/groups-edit.ts'
import { closePool, pool } from '#db/connection.ts'
import { record } from '#db/events/record.ts'
import type { Job } from '#db/jobs/job.ts'
import { personCtx, useOwnDatabase } from '#db/testing/group.ts'
import { type Running, startJobs } from './queue.ts'
import { schedulesFor } from './schedules.ts'

beforeAll(useOwnDatabase)

const group = 'custom-models'
const now = () => new Date('2026-01-12T12:00:00Z')

/** Records an event for whatever it is owed. */
const aJob = (name: string, owed: string[] = ['once']): Job => ({
  name,
  cron: ({ refinementDay }) => (refinementDay === null ? null : `0 9 * * ${refinementDay}`),
  owed: async () => owed,
  run: async (ctx, period) => {
    await record(ctx, { type: 'group.changed', data: { changed: [`${name} ${period}`], from: {}, to: {} } })
  },
})

async function started(jobs: Job[]): Promise<Running> {
  const running = await startJobs({ url: process.env.DATABASE_URL ?? '', jobs, now })
  onTestFinished(() => running.stop())
  return running
}

const told = async (what: string) =>
  (await pool().query(`select from events where data->'changed' ? $1`, [what])).rowCount
const schedules = async () => {
  const { rows } = await pool().query<{ name: string; cron: string; zone: string }>(
    `select name, cron, timezone as zone from saydo_jobs.schedule order by name, cron`,
  )
  return rows.map(({ name, cron, zone }) => `${name} ${cron} ${zone}`)
}
const looks = async () =>
  (await pool().query(`select from saydo_jobs.job where name = 'look' and state = 'created'`)).rowCount

const soon = { timeout: 20_000, interval: 50 }

test('of several processes that start at once, one does what is owed, and their schedules are one', async () => {
  await Promise.all([started([aJob('first')]), started([aJob('first')]), started([aJob('first')])])
  await vi.waitFor(async () => expect(await told('first once')).toBe(1), soon)
  await vi.waitFor(async () => expect(await looks()).toBe(0), soon)
  expect(await told('first once')).toBe(1)
  expect(await schedules()).toEqual(['first 0 9 * * 1 UTC', 'look 17 * * * * UTC'])
}, 30_000)

test('a process that was killed at work leaves it to the next that looks', async () => {
  let reached = () => {}
  const began = new Promise<void>((resolve) => (reached = resolve))
  const dies: Job = {
    ...aJob('second'),
    run: async (ctx, period) => {
      await aJob('second').run(ctx, period)
      const { rows } = await ctx.db.query<{ pid: number }>('select pg_backend_pid() as pid')
      await pool().query('select pg_terminate_backend($1)', [rows[0]?.pid])
      reached()
      await setTimeout(50)
    },
  }
  const running = await started([dies])
  await began
  await running.stop()
  expect(await told('second once')).toBe(0)
  await started([aJob('second')])
  await vi.waitFor(async () => expect(await told('second once')).toBe(1), soon)
}, 30_000)

test('a change of when things come round asks for a look with its transaction, or not at all', async () => {
  await started([aJob('third')])
  await vi.waitFor(async () => expect(await told('third once')).toBe(1), soon)
  await vi.waitFor(async () => expect(await looks()).toBe(0), soon)
  const em = await personCtx('mohamed')
  await expect(changeGroup(em, { group, refinementDay: 3, zone: 'Nowhere/At_All' })).rejects.toThrow(
    'time zone',
  )
  expect(await looks()).toBe(0)
  await changeGroup({ ...em, now: now() }, { group, refinementDay: 3, zone: 'Asia/Kathmandu' })
  expect(await looks()).toBe(1)
}, 30_000)

test('a backup leaves the queue out, and a restore drops it, with what was done kept', async () => {
  const running = await started([aJob('fourth')])
  await vi.waitFor(async () => expect(await told('fourth once')).toBe(1), soon)
  await running.stop()
  await closePool()
  const [url, folder] = [process.env.DATABASE_URL ?? '', await mkdtemp(join(tmpdir(), 'saydo-jobs-'))]
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'saved.backup')
  await saveBackup(url, file, now())
  await restoreBackup(url, file, { replace: true, log: () => {} })
  const { rows } = await pool().query<{ queue: string | null }>(
    `select to_regclass('saydo_jobs.job')::text as queue`,
  )
  expect(rows).toEqual([{ queue: null }])
  await started([aJob('fourth')])
  await vi.waitFor(async () => expect(await looks()).toBe(0), soon)
  expect(await told('fourth once')).toBe(1)
}, 60_000)

test('groups whose turn comes at one time of one zone share a schedule, others have their own', () => {
  const groupIn = (id: number, zone: string, refinementDay: number | null) => ({
    group: { id, slug: `g${id}`, name: '', zone },
    turns: { refinementDay, refinementHour: 9, updateDay: 5 },
  })
  const found = schedulesFor(
    [aJob('one')],
    [
      groupIn(1, 'Etc/GMT+1', 1),
      groupIn(2, 'Etc/GMT+1', 1),
      groupIn(3, 'Etc/GMT-1', 1),
      groupIn(4, 'Etc/GMT-1', 5),
      groupIn(5, 'UTC', null),
    ],
  )
  expect(found.map(({ cron, tz }) => `${cron} ${tz}`)).toEqual([
    '0 9 * * 1 Etc/GMT+1',
    '0 9 * * 1 Etc/GMT-1',
    '0 9 * * 5 Etc/GMT-1',
  ])
  expect(new Set(found.map(({ key }) => key)).size).toBe(3)
  for (const { key } of found) expect(key).toMatch(/^[\w./-]+$/)
})
