import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { ask, freshFolder, homeOf, started } from './test-bench.ts'
import { OperatorError } from './operator-error.ts'

const root = process.getuid?.() === 0

/** The one sentence with which a start in this folder ends. */
async function errorIn(dataDir: string): Promise<string> {
  const caught = await startEmbedded({ dataDir, log: () => {} }).catch((error: unknown) => error)
  expect(caught).toBeInstanceOf(OperatorError)
  return caught instanceof OperatorError ? caught.message : ''
}

test('a data folder that is a file is refused in a sentence', async () => {
  const path = await freshFolder()
  await writeFile(path, 'not a folder')
  expect(await errorIn(path)).toMatch(/is a file, or lies in one; set DATA_DIR to a folder/)
  expect(await errorIn(join(path, 'below'))).toMatch(/is a file, or lies in one; set DATA_DIR to a folder/)
})

test('a data folder that cannot be written to is refused in a sentence', async () => {
  const path = await freshFolder()
  await mkdir(path)
  await chmod(path, 0o500)
  // To root every folder is open, except where the kernel itself keeps one closed.
  expect(await errorIn(root ? '/proc/saydo' : path)).toMatch(
    /cannot be written to .*; set DATA_DIR to a folder/,
  )
})

test('data of another PostgreSQL version is left alone', async () => {
  const path = await freshFolder()
  await mkdir(join(path, 'postgres', 'cluster'), { recursive: true })
  await writeFile(join(path, 'postgres', 'cluster', 'PG_VERSION'), '15\n')
  expect(await errorIn(path)).toMatch(/was written by PostgreSQL 15 and this is 18; .* take a backup/)
})

test('files of another program are left alone', async () => {
  const path = await freshFolder()
  await mkdir(join(path, 'postgres'), { recursive: true })
  await writeFile(join(path, 'postgres', 'holiday.jpg'), 'sea')
  expect(await errorIn(path)).toMatch(/holds files that are not a Saydo database; move them away/)
  expect(await readdir(join(path, 'postgres'))).toEqual(['holiday.jpg'])
  await writeFile(join(path, 'PG_VERSION'), '18\n')
  expect(await errorIn(path)).toMatch(/is itself a PostgreSQL data folder; set DATA_DIR/)
})

test('what a first start left behind when it was cut short is cleared away', async () => {
  const path = await freshFolder()
  await mkdir(join(path, 'postgres.new-abc123', 'cluster'), { recursive: true })
  await (await started(path)).stop()
  await (await started(path)).stop()
  expect(await readdir(path)).toEqual(['postgres'])
})

test('a start from a folder that the database user cannot enter works', async () => {
  const path = await freshFolder()
  await mkdir(path)
  await chmod(dirname(path), 0o700)
  const first = await started(path)
  const home = await homeOf(path)
  if (root) onTestFinished(() => rm(home, { recursive: true, force: true }))
  await ask(first.url, 'create table kept as select 1 as one')
  await first.stop()
  // An ordinary user enters their own folder; root has lent the database to somebody who cannot.
  expect(first.logged.join()).toMatch(
    root ? /^The database keeps its files in \/var\/lib\/saydo\/\w+, because / : /^$/,
  )

  const second = await started(path)
  expect(await ask(second.url, 'select one from kept')).toEqual([{ one: 1 }])
  expect(second.logged).toEqual([])
  await second.stop()
})

test('data that went missing is not replaced by an empty database', async () => {
  const path = await freshFolder()
  await (await started(path)).stop()
  const home = await homeOf(path)
  await rename(home, `${home}-gone`)
  await writeFile(join(path, 'postgres-is-at'), `${home}\n`)
  expect(await errorIn(path)).toMatch(/that folder is gone; put it back, or remove/)
})
