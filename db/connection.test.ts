import { beforeAll, expect, test } from 'vitest'
import { databaseUrl, openPool, pool } from './connection.ts'
import { withLongTimeout } from './transaction.ts'
import { personCtx, useOwnDatabase } from './testing/group.ts'

beforeAll(useOwnDatabase)

const LIMITS = `select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement,
  current_setting('idle_in_transaction_session_timeout') as idle`

test('a query of the application waits for a lock, for an answer, and with a lock, for seconds', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => pool().query(LIMITS)))
  expect(new Set(answers.map(({ rows }) => JSON.stringify(rows)))).toEqual(
    new Set([JSON.stringify([{ lock: '2s', statement: '10s', idle: '15s' }])]),
  )
})

test('a backup, a restore, a migration and a seeding have the time that they take', async () => {
  const own = openPool(databaseUrl(), { max: 1 })
  expect((await own.query(LIMITS)).rows).toEqual([{ lock: '0', statement: '0', idle: '0' }])
  await own.end()
})

test('a read that is long by its nature has minutes, and leaves its connection as it was', async () => {
  const limits = () => pool().query(LIMITS)
  const ctx = await personCtx('mohamed')
  const [{ statement }] = await withLongTimeout(ctx, async (db) => (await db.query(LIMITS)).rows)
  expect(statement).toBe('5min')
  await expect(withLongTimeout(ctx, (db) => db.query('delete from sessions'))).rejects.toMatchObject({
    code: '25006',
  })
  const all = await Promise.all(Array.from({ length: 12 }, limits))
  expect(all.map(({ rows }) => rows[0].statement)).toEqual(Array.from({ length: 12 }, () => '10s'))
})
