import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as apply } from 'drizzle-orm/node-postgres/migrator'
import { Client, type ClientBase } from 'pg'
import { Trouble } from './embedded/trouble.ts'
import { whyNotMigrated } from './migrate-trouble.ts'

const FOLDER = join(import.meta.dirname, 'migrations')
/** Any fixed number: whoever starts first migrates, the others wait for it; so does whoever restores a backup. */
export const MIGRATION_LOCK = 7_249_301

/** Brings the schema up to this version; refuses a schema that a newer version wrote. */
export async function migrate(url: string, log: (line: string) => void): Promise<void> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const ours = await schemaVersion()
    const theirs = await appliedVersion(client)
    if (theirs.some((hash) => !ours.includes(hash))) {
      throw new Trouble(
        'The database was written by a newer version of Saydo. Start that version, or restore a backup made with this one.',
      )
    }
    const missing = ours.length - theirs.length
    if (missing === 0) return
    log(`applying ${missing} schema ${missing === 1 ? 'change' : 'changes'}`)
    await apply(drizzle(client), { migrationsFolder: FOLDER })
  } catch (error) {
    throw whyNotMigrated(error)
  } finally {
    await client.end()
  }
}

/** The version of the schema that this code was written for: the hashes of its migrations, in order. */
export async function schemaVersion(): Promise<string[]> {
  const journal: { entries: { tag: string }[] } = JSON.parse(
    await readFile(join(FOLDER, 'meta/_journal.json'), 'utf8'),
  )
  return Promise.all(
    journal.entries.map(async ({ tag }) =>
      createHash('sha256')
        .update(await readFile(join(FOLDER, `${tag}.sql`)))
        .digest('hex'),
    ),
  )
}

/** The version that a database has; empty for one without any tables of ours. */
export async function appliedVersion(client: ClientBase): Promise<string[]> {
  const known = await client.query(`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`)
  if (!known.rows[0].yes) return []
  const rows = await client.query('select hash from drizzle.__drizzle_migrations order by id')
  return rows.rows.map((row: { hash: string }) => row.hash)
}
