import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Pool } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { FORMAT, sealed } from './backup/file.ts'
import { restoreBackup } from './backup/restore.ts'
import { saveBackup } from './backup/save.ts'
import { openPool } from './connection.ts'
import { OperatorError } from './embedded/operator-error.ts'
import { migrate } from './migrate.ts'
import { bareDatabase } from './testing/empty-database.ts'

/** The first schema change of 0.1, by its hash. */
const SCHEMA_OF_0_1 = ['7631e05a3c90cb2ad129636f24c6eac3210ed9e46f2b82800549525acba17964']

const BEGIN_AGAIN = /Start over with an empty database: set DATA_DIR to a new folder, or DATABASE_URL to/

async function databaseOf01(): Promise<{ url: string; pool: Pool }> {
  const url = await bareDatabase()
  const pool = openPool(url, { max: 1, pipeline: false })
  onTestFinished(() => pool.end())
  await pool.query(
    `create schema drizzle;
      create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
      insert into drizzle.__drizzle_migrations (hash, created_at) values ('${SCHEMA_OF_0_1.join()}', 1);
      create table issues (title text); insert into issues values ('Turtles are slow')`,
  )
  return { url, pool }
}

const refusal = async (attempt: Promise<unknown>): Promise<string> => {
  const error: unknown = await attempt.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(OperatorError)
  return error instanceof OperatorError ? error.message : ''
}

test('a database of 0.1 is refused in words that say how to begin again, and left as it is', async () => {
  const { url, pool } = await databaseOf01()
  const because = await refusal(migrate(url, () => {}))
  expect(because).toContain('The database was written by Saydo 0.1')
  expect(because).toMatch(BEGIN_AGAIN)
  const { rows } = await pool.query('select title from issues')
  expect(rows).toEqual([{ title: 'Turtles are slow' }])
})

test('a database of 0.1 is not saved by this version, which says so', async () => {
  const { url } = await databaseOf01()
  const because = await refusal(saveBackup(url, join(tmpdir(), 'never-written.backup'), new Date(0)))
  expect(because).toContain('only that version can save it')
  expect(because).toMatch(BEGIN_AGAIN)
})

test('a backup of 0.1 is refused before anything changes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'saydo-upgrade-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'old.backup')
  const header = {
    saydo: 'backup',
    format: FORMAT,
    schema: SCHEMA_OF_0_1,
    createdAt: '2026-11-22',
    ledgers: [],
  }
  const lines = sealed(Readable.from([JSON.stringify(header)]))
  await pipeline(Readable.from(lines), createGzip(), createWriteStream(file))
  const because = await refusal(restoreBackup(await bareDatabase(), file, { replace: false, log: () => {} }))
  expect(because).toContain('was written by Saydo 0.1, and only that version can restore it')
  expect(because).toMatch(BEGIN_AGAIN)
})
