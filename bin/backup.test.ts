import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { openPool } from '#db/connection.ts'
import { bareDatabase } from '#db/testing/empty-database.ts'
import { ownDatabase } from '#db/testing/world.ts'
import { command } from './testing/command.ts'

let folder = ''
let file = ''
/** A database that DATABASE_URL leads to, with the group of the handbook in it. */
let outside = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saydo-commands-'))
  file = join(folder, 'one.backup')
  outside = await ownDatabase()
  const saved = await command('backup', { args: [file], env: { DATABASE_URL: outside } })
  expect(saved).toMatchObject({ code: 0, err: '' })
  expect(saved.out).toMatch(/✓ \d+ rows of \d+ tables are saved in .*one\.backup\n$/)
  return () => rm(folder, { recursive: true, force: true })
}, 120_000)

/** The lines of a backup, but for those that say when it was made and seal it; rows lie as their server pleases. */
async function rowsOf(path: string): Promise<string[]> {
  const lines = gunzipSync(await readFile(path))
    .toString('utf8')
    .split('\n')
  return lines.filter((line) => !line.startsWith('{"saydo"') && !line.startsWith('{"end"')).toSorted()
}

/** A refusal is one sentence with an exit code, and no stack. */
async function refused(
  name: 'backup' | 'restore',
  args: string[],
  env: Record<string, string>,
): Promise<string> {
  const { code, err } = await command(name, { args, env })
  expect(code, err).toBe(1)
  expect(err).toMatch(/^[^\n]+\n$/)
  return err.trim()
}

test('from a database of one’s own to the embedded one and back, every column and every count is the same', async () => {
  const inside = { DATA_DIR: join(folder, 'embedded') }
  const came = await command('restore', { args: [file], env: inside })
  expect(came).toMatchObject({ code: 0, err: '' })
  expect(came.out).toMatch(/✓ backup checked[^]*✓ \d+ rows are as they were on \d{4}-/)
  const again = join(folder, 'two.backup')
  expect(await command('backup', { args: [again], env: inside })).toMatchObject({ code: 0 })
  expect(await rowsOf(again)).toEqual(await rowsOf(file))

  const back = await bareDatabase()
  expect(await command('restore', { args: [again], env: { DATABASE_URL: back } })).toMatchObject({ code: 0 })
  const last = join(folder, 'three.backup')
  expect(await command('backup', { args: [last], env: { DATABASE_URL: back } })).toMatchObject({ code: 0 })
  expect(await rowsOf(last)).toEqual(await rowsOf(file))
})

test('a database that holds something is replaced only for an operator who says so', async () => {
  const url = await ownDatabase()
  const env = { DATABASE_URL: url }
  const people = async () => {
    const pool = openPool(url, { max: 1 })
    const { rows } = await pool.query('select handle from people order by 1').finally(() => pool.end())
    return rows
  }
  const pool = openPool(url, { max: 1 })
  await pool
    .query(`insert into people (id, handle, name, email) values ('x', 'x', 'X', 'x')`)
    .finally(() => pool.end())
  const before = await people()
  expect(await refused('restore', [file], env)).toMatch(
    /^The database is not empty, and nothing was changed; .* npm run restore FILE -- --replace\.$/,
  )
  expect(await people()).toEqual(before)
  expect(await command('restore', { args: [file, '--replace'], env })).toMatchObject({ code: 0 })
  expect(await people()).toHaveLength(before.length - 1)
})

test('a damaged file, no file and another’s are refused before a database is looked for', async () => {
  const damaged = join(folder, 'damaged')
  const bytes = await readFile(file)
  await writeFile(damaged, bytes.subarray(0, bytes.length - 20))
  const foreign = join(folder, 'foreign')
  await writeFile(foreign, 'hello')
  // Nothing answers there: a file that is no good is told first.
  const env = { DATABASE_URL: 'postgres://127.0.0.1:1/saydo' }
  expect(await refused('restore', [damaged], env)).toMatch(/is damaged or incomplete/)
  expect(await refused('restore', [foreign], env)).toMatch(/is not a backup of Saydo/)
  expect(await refused('restore', [join(folder, 'none')], env)).toMatch(/^There is no file/)
  expect(await refused('restore', [file], env)).toMatch(/^DATABASE_URL does not lead to a database/)
})

test('a backup takes no other file’s place, and says what it wants to be told', async () => {
  const env = { DATABASE_URL: outside }
  expect(await refused('backup', [file], env)).toMatch(/that file already exists; choose another name\.$/)
  expect(await refused('backup', [], env)).toBe('Name one file, such as npm run backup saydo.backup.')
  expect(await refused('backup', ['a', 'b'], env)).toBe('Name one file, such as npm run backup saydo.backup.')
  expect(await refused('backup', ['a', '--all'], env)).toBe('npm run backup takes a file, and nothing else.')
  expect(await refused('restore', [], env)).toBe('Name one file, such as npm run restore saydo.backup.')
  expect(await refused('backup', [join(folder, 'a')], { DATABASE_URL: await bareDatabase() })).toBe(
    'The database is empty, so there is nothing to save; start Saydo once.',
  )
})

test('a path is meant from where one stands, not from where npm runs', async () => {
  const env = { DATABASE_URL: outside, INIT_CWD: folder }
  expect(await command('backup', { args: ['here.backup'], env })).toMatchObject({ code: 0 })
  expect(await rowsOf(join(folder, 'here.backup'))).toEqual(await rowsOf(file))
})
