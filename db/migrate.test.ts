import { expect, test } from 'vitest'
import { openPool } from './connection.ts'
import { Trouble } from './embedded/trouble.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { emptyDatabase } from './testing/empty-database.ts'

test('a schema that a newer version wrote is refused in a sentence, and left as it is', async () => {
  const url = await emptyDatabase()
  const pool = openPool(url, { max: 1 })
  try {
    await pool.query(
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9e12)`,
    )
    const error: unknown = await migrate(url, () => {}).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Trouble)
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
  const said: string[] = []
  await Promise.all([1, 2, 3].map(() => migrate(url, (line) => said.push(line))))
  expect(said).toEqual([])
})
