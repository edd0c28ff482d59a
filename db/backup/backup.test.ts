import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openPool } from '../connection.ts'
import { started, freshFolder } from '../embedded/test-bench.ts'
import { OperatorError } from '../embedded/operator-error.ts'
import { emptyDatabase } from '../testing/empty-database.ts'
import { sampleDatabase } from '../testing/sample-database.ts'
import { tablesOf } from './layout.ts'
import { restoreBackup } from './restore.ts'
import { saveBackup } from './save.ts'
import { withSeal } from './seal.ts'
import { FIRST_ROWS } from '../testing/first-rows.ts'

const now = new Date('2026-11-22T18:00:00Z')
const log = () => {}
const root = join(import.meta.dirname, '../..')

let folder = ''
let sample = ''
let file = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saydo-backup-'))
  sample = await sampleDatabase()
  file = join(folder, 'sample.backup')
  await within(sample, fillTheRest)
  await saveBackup(sample, file, now)
}, 240_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

async function within<T>(url: string, run: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool(url, { max: 1 })
  try {
    return await run(pool)
  } finally {
    await pool.end()
  }
}

/** A row for each table that the sample leaves empty, with values that are easily spoilt on the way. */
async function fillTheRest(pool: Pool): Promise<void> {
  const tables = await pool.connect().then((client) => tablesOf(client).finally(() => client.release()))
  for (const { name } of tables) {
    if ((await pool.query(`select from "${name}" limit 1`)).rowCount) continue
    await pool.query(`alter table "${name}" disable trigger user`)
    const row = FIRST_ROWS[name]
    if (!row) throw new Error(`The sample leaves ${name} empty: write a first row for it into FIRST_ROWS.`)
    await pool.query(row)
    await pool.query(`alter table "${name}" enable trigger user`)
  }
}

/** Everything that a database holds, a hash a table; a transaction's number is of its server alone. */
async function contents(url: string): Promise<Record<string, string>> {
  return within(url, async (pool) => {
    const client = await pool.connect()
    try {
      const all: Record<string, string> = {}
      for (const { name } of await tablesOf(client)) {
        const { rows } = await client.query<{ checksum: string }>(
          `select count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'xact')::text, 0)), 0) as checksum from "${name}" t`,
        )
        all[name] = rows[0]?.checksum ?? ''
      }
      return all
    } finally {
      client.release()
    }
  })
}

/** The sentence with which a restore is refused. */
const refusal = async (url: string, path: string, replace = false): Promise<string> => {
  const error: unknown = await restoreBackup(url, path, { replace, log }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(OperatorError)
  return error instanceof OperatorError ? error.message : ''
}

const linesOf = async (path: string) =>
  gunzipSync(await readFile(path))
    .toString('utf8')
    .split('\n')

async function spoilt(name: string, change: (lines: string[]) => string[]): Promise<string> {
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .split('\n')
  const path = join(folder, name)
  const packed = Readable.from([gzipSync(change(lines).join('\n'))])
  await writeFile(path, await Readable.from(withSeal(packed)).toArray())
  return path
}

test('every table of the schema is in the backup, and none of them is empty in this test', async () => {
  const known: string[] = []
  for (const name of await readdir(join(root, 'db/schema'))) {
    const module: Record<string, unknown> = await import(join(root, 'db/schema', name))
    for (const one of Object.values(module)) if (is(one, PgTable)) known.push(getTableName(one))
  }
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .split('\n')
  const saved = lines.flatMap((line) => (line.startsWith('{"table"') ? [JSON.parse(line).table] : []))
  expect(saved.toSorted()).toEqual(known.toSorted())
  const empty = Object.entries(await contents(sample)).filter(([, checksum]) => checksum.startsWith('0 '))
  expect(empty).toEqual([])
})

test('what is restored is what was saved: each row, each count, and the ledger to its last hash', async () => {
  const url = await emptyDatabase()
  const { ledgers } = await restoreBackup(url, file, { replace: false, log })
  expect(await contents(url)).toEqual(await contents(sample))
  expect(ledgers).toEqual([{ group: 1, events: expect.any(Number), broken: null }])
  const again = join(folder, 'again.backup')
  await saveBackup(url, again, now)
  const lines = await Promise.all([again, file].map(linesOf))
  // Where a row lies in its table is the server's own business, and with it the hash over all lines.
  const [one, other] = lines.map((all) => all.filter((line) => !line.startsWith('{"end"')).toSorted())
  expect(one).toEqual(other)
})

test('work goes on after a restore: numbers follow, guards stand, and the ledger cannot be altered', async () => {
  const url = await emptyDatabase()
  await restoreBackup(url, file, { replace: false, log })
  await within(url, async (pool) => {
    await expect(pool.query(`update issues set title = 'unseen' where number = 1`)).rejects.toThrow(
      'without an event',
    )
    await expect(pool.query('delete from events')).rejects.toThrow('append-only')
    const { rows } = await pool.query(
      `select (select max(id) from comments) < nextval(pg_get_serial_sequence('comments', 'id')) as follows`,
    )
    expect(rows).toEqual([{ follows: true }])
    const off = await pool.query(`select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'`)
    expect(off.rows).toEqual([])
  })
})

test('it fits another PostgreSQL: from a server of one data folder into one of another', async () => {
  const other = await started(await freshFolder())
  const { rows } = await restoreBackup(other.url, file, { replace: false, log })
  expect(rows).toBeGreaterThan(1000)
  expect(await contents(other.url)).toEqual(await contents(sample))
})

test('a database that holds something is left alone, unless the operator who restores says that it may go', async () => {
  const url = await emptyDatabase()
  await within(url, (pool) =>
    pool.query(`insert into people (id, handle, name, email) values ('x', 'x', 'X', 'x')`),
  )
  expect(await refusal(url, file)).toMatch(
    /^The database is not empty, and nothing was changed; .* --replace/,
  )
  expect((await contents(url)).people).toMatch(/^1 /)
  await restoreBackup(url, file, { replace: true, log })
  expect(await contents(url)).toEqual(await contents(sample))
})

test('a database that a client works with is not replaced under it', async () => {
  const url = await emptyDatabase()
  await within(url, async (pool) => {
    await pool.query('select 1')
    expect(await refusal(url, file, true)).toMatch(/^The database is in use; stop Saydo/)
  })
})

const SPOILT: [name: string, change: (lines: string[]) => string[], message: RegExp][] = [
  [
    'a word that was altered',
    (lines) => lines.map((line) => line.replace('Custom Models', 'Custom Model5')),
    /damaged/,
  ],
  ['a line that is gone', (lines) => lines.toSpliced(40, 1), /damaged/],
  ['a line twice', (lines) => lines.toSpliced(40, 0, lines[40] ?? ''), /damaged/],
  ['an end that is gone', (lines) => lines.slice(0, -2), /damaged/],
  ['something behind the end', (lines) => [...lines, '[]', ''], /damaged/],
  ['a line that is none', (lines) => lines.with(40, 'x'), /damaged/],
  [
    'another schema',
    (lines) => resealed([changed(lines[0], { schema: ['a'] }), ...lines.slice(1)]),
    /another version/,
  ],
  ['another format', (lines) => [changed(lines[0], { format: 2 }), ...lines.slice(1)], /format 2/],
  ['somebody else’s file', () => ['hello', ''], /is not a backup/],
]

const changed = (line = '{}', facts: object) => JSON.stringify({ ...JSON.parse(line), ...facts })

test.for(SPOILT)('%s is found before anything is changed', async ([name, change, message]) => {
  const url = await emptyDatabase()
  const path = await spoilt(name, change)
  expect(await refusal(url, path)).toMatch(message)
  expect(Object.values(await contents(url)).every((checksum) => checksum.startsWith('0 '))).toBe(true)
})

/** With an end that fits, as somebody would write it who wants the change to pass. */
function resealed(lines: string[]): string[] {
  const body = lines.slice(0, -2)
  const sha256 = createHash('sha256')
    .update(`${body.join('\n')}\n`)
    .digest('hex')
  return [...body, JSON.stringify({ end: body.length, sha256 }), '']
}

test('a ledger that was altered in the file is found by its hashes, and everything stays as it was', async () => {
  const url = await emptyDatabase()
  await within(url, (pool) =>
    pool.query(`insert into people (id, handle, name, email) values ('x', 'x', 'X', 'x')`),
  )
  const before = await contents(url)
  const path = await spoilt('forged', (lines) =>
    resealed(lines.map((line) => line.replace('"issue.created"', '"issue.closed"'))),
  )
  expect(await refusal(url, path, true)).toMatch(
    /^The ledger in .* is not consistent, and nothing was changed/,
  )
  expect(await contents(url)).toEqual(before)
})

test('half a file, no file and a folder are each refused in a sentence', async () => {
  const url = await emptyDatabase()
  const half = join(folder, 'half')
  const bytes = await readFile(file)
  await writeFile(half, bytes.subarray(0, bytes.length / 2))
  expect(await refusal(url, half)).toMatch(/is damaged or incomplete/)
  await writeFile(half, '')
  expect(await refusal(url, half)).toMatch(/is damaged or incomplete/)
  await writeFile(half, 'plain text')
  expect(await refusal(url, half)).toMatch(/is not a backup of Saydo/)
  expect(await refusal(url, join(folder, 'nowhere'))).toMatch(/^There is no file/)
  expect(await refusal(url, folder)).toMatch(/is a folder/)
})

test('a backup is for its owner’s eyes, takes no other file’s place and leaves no draft', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await expect(saveBackup(sample, file, now)).rejects.toThrow(/that file already exists; choose another name/)
  await expect(saveBackup(sample, join(folder, 'no/where'), now)).rejects.toThrow(/its folder does not exist/)
  await expect(stat(`${file}.part`)).rejects.toThrow('ENOENT')
})

test('people go on working while it is saved, and the backup holds one moment', async () => {
  const path = join(folder, 'moment.backup')
  const busy = openPool(sample, { max: 1 })
  onTestFinished(() => busy.end())
  const [before] = await Promise.all([
    saveBackup(sample, path, now),
    ...Array.from({ length: 50 }, (_, at) =>
      busy.query(`insert into rate_limits values ($1, 1, now())`, [`n${at}`]),
    ),
  ])
  const url = await emptyDatabase()
  expect((await restoreBackup(url, path, { replace: false, log })).rows).toBe(before.rows)
})
