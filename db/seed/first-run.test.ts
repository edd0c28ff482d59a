import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Pool } from 'pg'
import { openPool } from '../connection.ts'
import { emptyDatabase } from '../testing/empty-database.ts'
import { seedOnFirstRun } from './first-run.ts'

const now = new Date('2026-11-22T18:00:00Z')
let url: string
let pool: Pool

beforeEach(async () => {
  await pool?.end()
  url = await emptyDatabase()
  pool = openPool(url)
})

afterAll(() => pool.end())

const count = async (table: string) => (await pool.query(`select from ${table}`)).rowCount

test('of two who start at once, one seeds', async () => {
  const lines: string[] = []
  const log = (line: string) => lines.push(line)
  await Promise.all([1, 2].map(() => seedOnFirstRun(url, log, { sample: false, now })))
  expect(lines).toEqual(['writing the group of the handbook'])
  expect(await count('groups')).toBe(1)
})

test('without the sample there are only the people of the handbook', async () => {
  await seedOnFirstRun(url, () => {}, { sample: false, now })
  expect(await count('people')).toBe(7)
  expect(await count('issues')).toBe(0)
})

test('a database that has a group is left as it is', async () => {
  await seedOnFirstRun(url, () => {}, { sample: false, now })
  const lines: string[] = []
  await seedOnFirstRun(url, (line) => lines.push(line), { sample: true, now })
  expect(lines).toEqual([])
})

test('a first start that was killed halfway is begun anew', async () => {
  // Watched from the start: it may fall before the server has said that it killed it.
  const killed = expect(seedOnFirstRun(url, () => {}, { sample: true, now })).rejects.toThrow()
  const halfway = async () => ((await count('issues')) ?? 0) > 20
  while (!(await halfway())) await pool.query('select pg_sleep(0.01)')
  // Only connections like ours: an autovacuum worker may sit in the database too, and is not ours to end.
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and usename = current_user
       and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  await killed
  const lines: string[] = []
  await seedOnFirstRun(url, (line) => lines.push(line), { sample: false, now })
  expect(lines[0]).toBe('the first start was interrupted; starting over')
  expect(await count('groups')).toBe(1)
  expect(await count('issues')).toBe(0)
})
