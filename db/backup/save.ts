import { createWriteStream } from 'node:fs'
import { link, open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { PoolClient } from 'pg'
import { openPool } from '../connection.ts'
import { codeOf, OperatorError } from '../embedded/operator-error.ts'
import { appliedVersion, BEGIN_AGAIN, isOf01, schemaVersion } from '../migrate.ts'
import { verifyChain } from '../queries/chain.ts'
import { FORMAT, sealed, type Chapter, type Header, type Ledger } from './file.ts'
import { PLAIN_TEXT, quoted, tablesOf, type Table } from './layout.ts'
import { withSeal } from './seal.ts'

export type Saved = { rows: number; tables: number; ledgers: Ledger[] }

const AT_ONCE = 1000
/** What is of one server alone: a transaction's number would mean another transaction elsewhere. */
const ELSEWHERE: Record<string, string> = { 'events.xact': `'0'` }

/**
 * Writes every table as it is at one moment into a file that appears under its name when it is whole; people go on
 * working meanwhile. Throws OperatorError where there is nothing to save, or a file already.
 */
export async function saveBackup(url: string, file: string, now: Date): Promise<Saved> {
  const pool = openPool(url, { max: 1 })
  try {
    const client = await pool.connect()
    try {
      await client.query('begin isolation level repeatable read read only')
      await client.query(PLAIN_TEXT)
      await insistOnOurs(client)
      const saved: Saved = { rows: 0, tables: 0, ledgers: await ledgersOf(client) }
      await write(file, sealed(linesOf(client, saved, now)))
      return saved
    } finally {
      // The transaction ends with its connection.
      client.release(true)
    }
  } finally {
    await pool.end()
  }
}

async function insistOnOurs(client: PoolClient): Promise<void> {
  const [ours, theirs] = [await schemaVersion(), await appliedVersion(client)]
  if (theirs.length === 0)
    throw new OperatorError('The database is empty, so there is nothing to save; start Saydo once.')
  if (ours.join() === theirs.join()) return
  if (isOf01(theirs))
    throw new OperatorError(
      `The database was written by Saydo 0.1, and only that version can save it. ${BEGIN_AGAIN}`,
    )
  throw new OperatorError(
    'The database was last used by another version of Saydo; save it with that version, or start this version once to update it.',
  )
}

export async function ledgersOf(client: PoolClient): Promise<Ledger[]> {
  const { rows } = await client.query<{ id: number }>('select id from groups order by id')
  const ledgers: Ledger[] = []
  for (const { id } of rows) ledgers.push({ group: id, ...(await verifyChain(client, id)) })
  return ledgers
}

async function* linesOf(client: PoolClient, saved: Saved, now: Date): AsyncGenerator<string> {
  const header: Header = {
    saydo: 'backup',
    format: FORMAT,
    schema: await schemaVersion(),
    createdAt: now.toISOString(),
    ledgers: saved.ledgers,
  }
  yield JSON.stringify(header)
  for (const table of await tablesOf(client)) {
    const columns = table.columns.map(({ name }) => name)
    const chapter: Chapter = { table: table.name, columns, last: await lastOf(client, table) }
    yield JSON.stringify(chapter)
    saved.tables += 1
    for await (const line of rowsOf(client, table)) {
      saved.rows += 1
      yield line
    }
  }
}

/** The last number that was handed out; null when none was, or when nobody hands any out. */
async function lastOf(client: PoolClient, { counts }: Table): Promise<string | null> {
  if (!counts) return null
  const { rows } = await client.query<{ last: string | null }>(
    `select case when is_called then last_value::text end as last from ${counts.sequence}`,
  )
  return rows[0]?.last ?? null
}

async function* rowsOf(client: PoolClient, { name, columns }: Table): AsyncGenerator<string> {
  const values = columns.map(
    (column) => ELSEWHERE[`${name}.${column.name}`] ?? `${quoted(column.name)}::text`,
  )
  await client.query(
    `declare saved no scroll cursor for select to_json(array[${values.join(', ')}]::text[])::text as line from ${quoted(name)}`,
  )
  for (let full = true; full;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${AT_ONCE} from saved`)
    for (const { line } of rows) yield line
    full = rows.length === AT_ONCE
  }
  await client.query('close saved')
}

/** The file is its owner's alone, on the disk before it has its name, and takes no other's place. */
async function write(file: string, lines: AsyncIterable<string>): Promise<void> {
  const draft = `${file}.part`
  try {
    await rm(draft, { force: true })
    await pipeline(
      Readable.from(lines),
      createGzip(),
      withSeal,
      createWriteStream(draft, { mode: 0o600, flags: 'wx' }),
    )
    const whole = await open(draft, 'r')
    await whole.sync().finally(() => whole.close())
    await link(draft, file)
  } catch (error) {
    throw whyNotWritten(error, file)
  } finally {
    await rm(draft, { force: true }).catch(() => {})
  }
}

function whyNotWritten(error: unknown, file: string): unknown {
  const reasons: Record<string, string> = {
    EEXIST: 'that file already exists; choose another name',
    ENOENT: 'its folder does not exist; make it first',
    ENOTDIR: 'its folder is a file; choose another place',
    EACCES: 'its folder cannot be written to; choose another place',
    EROFS: 'its folder cannot be written to; choose another place',
    ENOSPC: 'the disk is full; free some space',
  }
  const reason = reasons[codeOf(error)]
  return reason ? new OperatorError(`The backup was not written to ${file}: ${reason}.`) : error
}
