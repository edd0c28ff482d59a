import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openPool } from '../connection.ts'
import { ownDatabase } from '../testing/world.ts'
import { countTry, forgetOldTries, forgetTries } from './rate-limits.ts'

const START = new Date('2026-01-05T09:00:00Z')
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000)
const THREE = { window: 60, max: 3 }

let pool: ReturnType<typeof openPool>

beforeAll(async () => {
  pool = openPool(await ownDatabase())
  return () => pool.end()
})

beforeEach(async () => {
  await pool.query('delete from rate_limits')
})

async function useUp(): Promise<void> {
  for (let tries = 0; tries < THREE.max; tries += 1) await countTry(pool, 'door', THREE, START)
}

test('the last allowed try is let in, the next one is told how long to wait', async () => {
  await useUp()
  expect(await countTry(pool, 'door', THREE, after(20))).toEqual({ allowed: false, retryAfter: 40 })
})

test('knocking while it is closed does not keep it closed', async () => {
  await useUp()
  for (let second = 1; second < 60; second += 1) await countTry(pool, 'door', THREE, after(second))
  expect(await countTry(pool, 'door', THREE, after(60))).toMatchObject({ allowed: true })
})

test('of many tries at the same moment no more get in than may', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => countTry(pool, 'door', THREE, START)))
  expect(all.filter(({ allowed }) => allowed)).toHaveLength(3)
})

test('one key does not use up another', async () => {
  await useUp()
  expect(await countTry(pool, 'window', THREE, START)).toMatchObject({ allowed: true })
})

test('a success begins anew', async () => {
  await useUp()
  await forgetTries(pool, 'door')
  expect(await countTry(pool, 'door', THREE, START)).toMatchObject({ allowed: true })
})

test('sweeping takes old counts alone', async () => {
  await useUp()
  await forgetOldTries(pool, START)
  expect((await pool.query('select from rate_limits')).rowCount).toBe(1)
  await forgetOldTries(pool, after(1))
  expect((await pool.query('select from rate_limits')).rowCount).toBe(0)
})
