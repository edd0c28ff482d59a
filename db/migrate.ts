import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as apply } from 'drizzle-orm/node-postgres/migrator'
import { Client, type ClientBase } from 'pg'
import { rebuildBuild } from './commands/rebuild-build.ts'
import { OperatorError } from './embedded/operator-error.ts'
import { whyNotMigrated } from './migration-error.ts'

const FOLDER = join(import.meta.dirname, 'migrations')
/** Any fixed number: whoever starts first migrates, the others wait for it; so does whoever restores a backup. */
export const MIGRATION_LOCK = 7_249_301
/** The first migration of 0.1, which no later version leads on from: its events do not say enough to be read again. */
const FIRST_OF_0_1 = '7631e05a3c90cb2ad129636f24c6eac3210ed9e46f2b82800549525acba17964'

/** Brings the schema up to this version; refuses a schema that 0.1 or a newer version wrote. */
export async function migrate(url: string, log: (line: string) => void): Promise<void> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const ours = await schemaVersion()
    const theirs = await appliedVersion(client)
    if (isOf01(theirs)) {
      throw new OperatorError(
        `The database was written by Saydo 0.1, which this version cannot read. ${BEGIN_AGAIN}`,
      )
    }
    if (theirs.some((hash) => !ours.includes(hash))) {
      throw new OperatorError(
        'The database was written by a newer version of Saydo. Start that version, or restore a backup made with this one.',
      )
    }
    const missing = ours.length - theirs.length
    if (missing > 0) {
      log(`applying ${missing} schema ${missing === 1 ? 'change' : 'changes'}`)
      await apply(drizzle(client), { migrationsFolder: FOLDER })
    }
    await deriveSpans(client)
  } catch (error) {
    throw whyNotMigrated(error)
  } finally {
    await client.end()
  }
}

/** What a schema change left to be derived from events, which takes the law: once for each group, also after a crash. */
async function deriveSpans(client: Client): Promise<void> {
  const { rows } = await client.query<{ group: number }>(
    'select group_id as group from group_counters where not spans_known order by group_id',
  )
  for (const { group } of rows) await rebuildBuild(client, group)
}

/** Whether a schema, as a list of hashes, is one of 0.1. */
export const isOf01 = (schema: readonly string[]): boolean => schema[0] === FIRST_OF_0_1

/** The way on from 0.1, for all that meet something of it. */
export const BEGIN_AGAIN =
  'Start over with an empty database: set DATA_DIR to a new folder, or DATABASE_URL to an empty database, and start. What 0.1 wrote is left as it is, and 0.1 can still read it.'

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
  const known = await client.query<{ yes: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as yes`,
  )
  if (!known.rows[0]?.yes) return []
  const { rows } = await client.query<{ hash: string }>(
    'select hash from drizzle.__drizzle_migrations order by id',
  )
  return rows.map(({ hash }) => hash)
}
