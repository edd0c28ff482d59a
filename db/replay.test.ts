import { beforeAll, expect, test } from 'vitest'
import { openPool } from './connection.ts'
import { seedLarge } from './seed/large.ts'
import { rowsBothWays } from './testing/replayed.ts'
import { sampleDatabase } from './testing/sample-database.ts'
import { inWorld, NOON } from './testing/world.ts'

let url = ''

beforeAll(async () => {
  url = await sampleDatabase()
  const size = { groups: 1, people: 20, issues: 120, boards: [24], otherwise: 24 }
  await seedLarge(url, { size, now: NOON, log: () => {} })
}, 240_000)

test('the handbook’s group is what its ledger says', () =>
  inWorld(async ({ db }) => {
    const { ledger, tables } = await rowsBothWays(db, 1)
    expect(ledger).toEqual(tables)
  }))

test.each([
  ['the sample world', 1],
  ['a large group', 2],
])('%s is what its ledger says', async (_, group) => {
  const pool = openPool(url, { max: 1 })
  try {
    const { ledger, tables } = await rowsBothWays(pool, group)
    expect(Object.values(ledger).flat().length).toBeGreaterThan(100)
    expect(ledger).toEqual(tables)
  } finally {
    await pool.end()
  }
})
