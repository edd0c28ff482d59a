import type { PoolClient } from 'pg'
import { openPool } from '../connection.ts'
import { OperatorError } from '../embedded/operator-error.ts'
import { JOBS_SCHEMA } from '../jobs/schema.ts'
import { BEGIN_AGAIN, isOf01, MIGRATION_LOCK, migrate, schemaVersion } from '../migrate.ts'
import { atomically } from '../seed/transaction.ts'
import { readBackup, type Chapter, type Header, type Ledger, type Row } from './file.ts'
import { PLAIN_TEXT, quoted, tablesOf, type Table } from './layout.ts'
import { ledgersOf } from './save.ts'

export type Restored = { rows: number; createdAt: string; ledgers: Ledger[] }

const [MOST_ROWS, MOST_CHARACTERS] = [500, 1_000_000]

/** Reads a backup from end to end without touching anything. Throws OperatorError when it cannot be restored here. */
export async function checkBackup(file: string): Promise<Header> {
  let header: Header | undefined
  for await (const part of readBackup(file)) {
    if (!('header' in part)) continue
    header = part.header
    // files of 0.1 have another end, and are told apart before it is looked at
    if (isOf01(header.schema))
      throw new OperatorError(
        `${file} was written by Saydo 0.1, and only that version can restore it. ${BEGIN_AGAIN}`,
      )
  }
  const ours = await schemaVersion()
  if (header?.schema.join() === ours.join()) return header
  const older = header?.schema.every((hash) => ours.includes(hash))
  throw new OperatorError(
    `${file} was written by ${older ? 'an older' : 'another'} version of Saydo; restore it with that version${older ? ', and start this one on it afterwards' : ''}.`,
  )
}

/**
 * Puts the database into the state that a backup holds, all or nothing. Only an empty database is filled, unless
 * `replace` says that what is there may go. Throws OperatorError, and leaves everything as it was, when that cannot be.
 */
export async function restoreBackup(
  url: string,
  file: string,
  { replace, log }: { replace: boolean; log: (line: string) => void },
): Promise<Restored> {
  const { createdAt, ledgers } = await checkBackup(file)
  const pool = openPool(url, { max: 1 })
  try {
    const client = await pool.connect()
    try {
      await insistOnQuiet(client)
      if (!replace) await insistOnEmpty(client)
      await migrate(url, log)
      // Whoever starts meanwhile waits until all is there.
      await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
      await insistOnQuiet(client)
      const rows = await atomically(client, () => refill(client, file, { replace, ledgers }))
      await client.query('analyze')
      return { rows, createdAt, ledgers }
    } finally {
      client.release(true)
    }
  } finally {
    await pool.end()
  }
}

/** Whoever has just left is seen for a moment longer: they have a second to be gone. */
async function insistOnQuiet(client: PoolClient): Promise<void> {
  for (let looks = 0; looks < 20; looks += 1) {
    const { rows } = await client.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and backend_type = 'client backend' limit 1`,
    )
    if (rows.length === 0) return
    await client.query('select pg_sleep(0.05)')
  }
  throw new OperatorError('The database is in use; stop Saydo, then restore.')
}

type Options = { replace: boolean; ledgers: Ledger[] }

async function refill(client: PoolClient, file: string, { replace, ledgers }: Options): Promise<number> {
  await client.query(PLAIN_TEXT)
  const tables = await tablesOf(client)
  const names = tables.map(({ name }) => quoted(name))
  if (!replace) await insistOnEmpty(client)
  // The rows come with their events, numbers and hashes: nothing is recorded, counted or refused on their way in.
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  await client.query(`truncate ${names.join(', ')} restart identity`)
  await client.query(`drop schema if exists ${JOBS_SCHEMA} cascade`)
  const rows = await fill(client, file, new Map(tables.map((table) => [table.name, table])))
  for (const name of names) await client.query(`alter table ${name} enable trigger user`)
  // A first start that was cut short had left a mark here; what is here now is whole.
  await client.query('comment on schema public is null')
  const found = JSON.stringify(await ledgersOf(client))
  if (found === JSON.stringify(ledgers)) return rows
  throw new OperatorError(
    `The ledger in ${file} is not consistent, and nothing was changed; take another backup.`,
  )
}

async function insistOnEmpty(client: PoolClient): Promise<void> {
  const asked = (await tablesOf(client)).map(({ name }) => `exists (select from ${quoted(name)})`)
  const { rows } = await client.query<{ full: boolean }>(`select ${['false', ...asked].join(' or ')} as full`)
  if (!rows[0]?.full) return
  throw new OperatorError(
    'The database is not empty, and nothing was changed; to replace everything in it, run npm run restore FILE -- --replace.',
  )
}

async function fill(client: PoolClient, file: string, tables: Map<string, Table>): Promise<number> {
  let rows = 0
  let insert: ((waiting: Row[]) => Promise<void>) | null = null
  let waiting: Row[] = []
  let characters = 0
  const flush = async () => {
    if (waiting.length > 0) await insert?.(waiting)
    rows += waiting.length
    waiting = []
    characters = 0
  }
  for await (const part of readBackup(file)) {
    if ('chapter' in part) {
      await flush()
      insert = await opened(client, part.chapter, tables.get(part.chapter.table))
    } else if ('row' in part) {
      waiting.push(part.row)
      characters += part.bytes
      if (waiting.length >= MOST_ROWS || characters >= MOST_CHARACTERS) await flush()
    }
  }
  await flush()
  return rows
}

/** Sets the table's count to where it was, and says how its rows are entered. */
async function opened(client: PoolClient, { table: name, columns, last }: Chapter, table: Table | undefined) {
  if (!table || columns.join() !== table.columns.map((column) => column.name).join())
    throw new OperatorError(`The backup holds a table "${name}" that this version of Saydo does not know.`)
  if (table.counts && last !== null)
    await client.query('select from setval($1, $2::bigint)', [table.counts.sequence, last])
  const values = table.columns.map(({ type }, at) => `(r.value ->> ${at})::${type}`)
  const text = `insert into ${quoted(name)} (${columns.map(quoted).join(', ')})
    select ${values.join(', ')} from json_array_elements($1::json) with ordinality as r (value, place) order by place`
  return async (waiting: Row[]) => {
    await client.query(text, [JSON.stringify(waiting)])
  }
}
