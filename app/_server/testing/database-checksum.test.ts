import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/connection.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { prepare, tokenOf } from './fixtures.ts'
import { countEverything, everything } from './database-checksum.ts'

beforeAll(async () => {
  await useOwnDatabase()
  await prepare()
  await tokenOf('em')
  await countEverything()
})

/** How many rows a statement writes. */
const run = async (sql: string) => (await pool().query(sql)).rowCount ?? 0

test('a row that is written is noticed, also where it is put back', async () => {
  const first = await everything()
  expect(await run(`update people set name = name || '.' where handle = 'admin'`)).toBe(1)
  const second = await everything()
  expect(await run(`update people set name = rtrim(name, '.') where handle = 'admin'`)).toBe(1)
  expect(new Set([first, second, await everything()]).size).toBe(3)
})

test('what is rolled back, and when a token was last used, is not', async () => {
  const before = await everything()
  await run(`do $$ begin
    update people set name = name || '.'; raise exception 'no'; exception when raise_exception then null;
  end $$`)
  expect(await run(`update access_tokens set last_used_at = now()`)).toBeGreaterThan(0)
  expect(await everything()).toBe(before)
})
