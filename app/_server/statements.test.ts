import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeFiles } from '#bin/house/files.ts'
import {
  isPrepared,
  keyOf,
  type RawStatement,
  rawStatementsIn,
  UNPREPARED,
} from '#bin/house/raw-statements.ts'
import { crowdedDatabase } from '#db/testing/crowded-database.ts'
import { type Described, describeAll } from '#db/testing/describe.ts'
import { groundOf, ROW_BY_ROW, wideReads } from '#db/testing/plans.ts'
import { hearStatements, type Sent } from '#db/testing/recorder.ts'
import { askEach } from './testing/every-request.ts'
import { type Given, mismatchesOf } from './testing/held-rows.ts'
import { goOtherWays } from './testing/other-ways.ts'
import { openMatrix } from './testing/permission-matrix.ts'

/** What requests sent. */
let requested: Sent[]
let statements: { statement: RawStatement; texts: string[] }[]
let columns: Map<string, Described[]>
let crowded: Awaited<ReturnType<typeof crowdedDatabase>>

beforeAll(async () => {
  const matrix = await openMatrix()
  const heard = hearStatements()
  try {
    await askEach(matrix)
    requested = [...heard.sent]
    await goOtherWays()
  } finally {
    heard.stop()
    await matrix.wire.close()
  }
  statements = await statementsWith(heard.sent)
  crowded = await crowdedDatabase()
  columns = await describeAll(
    crowded,
    statements.flatMap(({ texts }) => texts),
  )
  await crowded.query(ROW_BY_ROW)
}, 600_000)

afterAll(() => crowded.end())

/** Every raw statement of `db/`, with the texts that it sent, or the one that stands there whole. */
async function statementsWith(heard: readonly Sent[]): Promise<typeof statements> {
  const files = (await codeFiles(process.cwd())).filter(
    ({ path, isTest }) => path.startsWith('db/') && !isTest,
  )
  const found = await Promise.all(
    files.map(async ({ path }) => await rawStatementsIn(path, await readFile(path, 'utf8'))),
  )
  const byLine = Map.groupBy(heard, ({ from }) => from)
  return found
    .flat()
    .filter(isPrepared)
    .map((statement) => {
      const texts = (byLine.get(`${statement.path}:${statement.line}`) ?? []).map(({ text }) => text)
      return {
        statement,
        texts: [...new Set(texts.length > 0 || statement.text === null ? texts : [statement.text])],
      }
    })
}

/** What names nothing of the schema: there is nothing to prepare. */
const OF_SESSION = /^(alter table|truncate|close)\b/

const columnsOf = (texts: readonly string[]): Described[] => columns.get(texts[0] ?? '') ?? []

test('every raw statement is prepared: a request sent it, or its text stands there whole', () => {
  const silent = statements.filter(
    ({ statement, texts }) => texts.length === 0 && !OF_SESSION.test(statement.opening),
  )
  expect(silent.map(({ statement }) => `${statement.path}:${statement.line} ${statement.opening}`)).toEqual(
    [],
  )
})

test('a statement that gives columns says what its rows are, and gives the same ones however it is put together', () => {
  const untyped = statements.filter(({ statement, texts }) => !statement.row && columnsOf(texts).length > 0)
  expect(untyped.map(({ statement }) => `${statement.path}:${statement.line}`)).toEqual([])
  const shapes = (texts: readonly string[]) => new Set(texts.map((text) => JSON.stringify(columns.get(text))))
  const wavering = statements.filter(({ statement, texts }) => statement.row && shapes(texts).size > 1)
  expect(wavering.map(({ statement }) => `${statement.path}:${statement.line}`)).toEqual([])
})

test('each row type has the columns of its statement, with their types, and null where the schema allows it', async () => {
  const given: Given[] = statements.map(({ statement, texts }) => ({ statement, columns: columnsOf(texts) }))
  const text = PLANTED.join('\n')
  const planted = (await rawStatementsIn('db/planted.ts', text)).map((statement): Given => ({
    statement,
    columns: FOUND,
  }))
  const mismatches = await mismatchesOf([...given, ...planted], { path: 'db/planted.ts', text })
  expect(
    mismatches.map((line) => line.replace(/^(.*?)\(.*Type '(.*)' does not satisfy.*$/, '$1 $2')),
  ).toEqual([
    'db/planted.ts "The row may be anything."',
    'db/planted.ts "The row leaves out “number”." | "The statement gives no “gone”."',
    'db/planted.ts "“number” is of another type than its column."',
    'db/planted.ts "“number” may be anything."',
    'db/planted.ts "“due” may be null."',
    'db/planted.ts "“data” is JSON, which holds no Date."',
  ])
}, 600_000)

const FOUND: Described[] = [
  { name: 'number', is: 'number', json: false, null: false },
  { name: 'due', is: 'string', json: false, null: true },
  { name: 'data', is: 'unknown', json: true, null: false },
]
const row = (type: string) => `export const a${type.length} = (db: Pool) => db.query<${type}>('')`
const PLANTED = [
  `import type { Pool } from 'pg'`,
  `type Good = { number: number; due: string | null; data: { at: string }[] }`,
  row('Good'),
  row('any'),
  row(`Omit<Good, 'number'> & { gone: boolean }`),
  row(`Omit<Good, 'number'> & { number: string }`),
  row(`Omit<Good, 'number'> & { number: any }`),
  row(`Omit<Good, 'due'> & { due: string }`),
  row(`Omit<Good, 'data'> & { data: { at: Date }[] }`),
]

test('what is said to be prepared nowhere is there', async () => {
  const files = [...new Set(Object.keys(UNPREPARED).map((key) => key.slice(0, key.indexOf(':'))))]
  const found = await Promise.all(
    files.map(async (path) => rawStatementsIn(path, await readFile(path, 'utf8'))),
  )
  const keys = new Set(found.flat().map(keyOf))
  expect(Object.keys(UNPREPARED).filter((key) => !keys.has(key))).toEqual([])
})

/** What reads all of a group, or more, and why it may. */
const WIDE: Record<string, string> = {
  'db/queries/issue-lists.ts: issues': 'a filter may ask anything of every issue',
  'db/queries/chain.ts: events': 'each hash is checked, when a person verifies the log, and once a backup',
  'db/queries/labels.ts: issues': 'the hidden ones are subtracted, for people who may not see them',
  'db/commands/sample.ts: issues': 'the sample is removed once',
  'db/commands/teams.ts: issues': 'a team is rarely removed',
}

/** Reads along its GIN indexes once a group has thousands of texts; among a few hundred they are no cheaper than all. */
const BY_SIZE = 'db/queries/search.ts: search_documents'

test('no request reads a table that grows with the issues from end to end, or all that a group has in it', async () => {
  const found = await wideReads(crowded, requested, await groundOf(crowded))
  expect(found.filter((one) => !(one in WIDE) && one !== BY_SIZE)).toEqual([])
  expect(Object.keys(WIDE).filter((one) => !found.includes(one))).toEqual([])
})

test('a read without an index is found, one that ends when there are enough is not', async () => {
  const found = async (text: string) =>
    wideReads(crowded, [{ from: 'db/a.ts:1', text, values: [], named: true }], await groundOf(crowded))
  expect(await found('select from issues where description = $1')).toEqual(['db/a.ts: issues'])
  expect(await found('select from events where group_id = $1 and at > $2')).toEqual(['db/a.ts: events'])
  expect(await found('select from issues i join people p on p.id = i.dri_id where i.group_id = $1')).toEqual([
    'db/a.ts: issues',
  ])
  expect(await found('select from events where group_id = $1 order by number desc limit 50')).toEqual([])
  expect(await found('select from events where group_id = $1 and issue_number = $2')).toEqual([])
})
