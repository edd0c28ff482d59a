import { expect, test } from 'vitest'
import { openPool } from './connection.ts'
import { OperatorError } from './embedded/operator-error.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { whyNotMigrated } from './migration-error.ts'
import { bareDatabase, emptyDatabase } from './testing/empty-database.ts'

test('a schema that a newer version wrote is refused in a sentence, and left as it is', async () => {
  const url = await emptyDatabase()
  const pool = openPool(url, { max: 1 })
  try {
    await pool.query(
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9e12)`,
    )
    const error: unknown = await migrate(url, () => {}).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(OperatorError)
    expect(String(error)).toContain(
      'was written by a newer version of Saydo. Start that version, or restore a backup',
    )
    const { rows } = await pool.query('select count(*)::int as count from drizzle.__drizzle_migrations')
    expect(rows).toEqual([{ count: (await schemaVersion()).length + 1 }])
  } finally {
    await pool.end()
  }
})

test('a schema of this version is left as it is, however many start at once', async () => {
  const url = await emptyDatabase()
  const logged: string[] = []
  await Promise.all([1, 2, 3].map(() => migrate(url, (line) => logged.push(line))))
  expect(logged).toEqual([])
})

test('of several who start at once on a database without tables one makes them, and the others find them', async () => {
  const url = await bareDatabase()
  const logged: string[] = []
  await Promise.all([1, 2, 3, 4].map(() => migrate(url, (line) => logged.push(line))))
  const versions = await schemaVersion()
  expect(logged).toEqual([`applying ${versions.length} schema changes`])
  const pool = openPool(url, { max: 1 })
  const { rows } = await pool
    .query('select hash from drizzle.__drizzle_migrations order by id')
    .finally(() => pool.end())
  expect(rows.map(({ hash }) => hash)).toEqual(versions)
})

/** As the runner of the migrations passes on what the database said. */
const wrapped = (code: string, message: string) =>
  new Error('Failed query', { cause: Object.assign(new Error(message), { code }) })

test.each([
  [
    '0A000',
    'extension "pg_trgm" is not available',
    /^PostgreSQL has no extension pg_trgm; install .*contrib/,
  ],
  ['42501', 'permission denied for schema public', /may not change the schema .*; make it the owner/],
  [
    '25006',
    'cannot execute CREATE TABLE in a read-only transaction',
    /set DATABASE_URL to the primary server/,
  ],
  ['53100', 'could not extend file', /^The disk of the database is full; free some space/],
])('%s, “%s”, is answered with the remedy', (code, message, sentence) => {
  const why = whyNotMigrated(wrapped(code, message))
  expect(why).toBeInstanceOf(OperatorError)
  expect(why instanceof Error && why.message).toMatch(sentence)
})

test('what is our own mistake keeps what is needed to find it', () => {
  const bug = wrapped('42601', 'syntax error')
  expect(whyNotMigrated(bug)).toBe(bug)
})
