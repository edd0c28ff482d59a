import { expect, test } from 'vitest'
import { ask, freshFolder, postmasterPid, started, startedByAnother } from './test-bench.ts'

test('a first start makes the database, the next one finds what was left in it', async () => {
  const folder = await freshFolder()
  const first = await started(folder)
  expect(first.how).toBe('created')
  await ask(first.url, "create table kept as select 'a word' as word")
  await first.stop()
  expect(await postmasterPid(folder)).toBeNull()

  const second = await started(folder)
  expect(second.how).toBe('started')
  expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'a word' }])
})

test('the database is durable, sorts the same on every machine, and Saydo is no superuser in it', async () => {
  const { url } = await started(await freshFolder())
  expect(await ask(url, 'show fsync')).toEqual([{ fsync: 'on' }])
  expect(await ask(url, "select w from unnest(array['b', 'ä', 'B', 'a']) w order by w")).toEqual(
    ['B', 'a', 'b', 'ä'].map((w) => ({ w })),
  )
  await ask(url, 'create extension btree_gist')
  // Only a superuser can switch off the triggers that guard the events.
  await expect(ask(url, 'set session_replication_role = replica')).rejects.toThrow(/permission denied/)
})

test('the process that leaves last stops the database, and none stops it under another', async () => {
  const folder = await freshFolder()
  const first = await startedByAnother(folder)
  const second = await started(folder)
  expect([first.how, second.how]).toEqual(['created', 'adopted'])
  expect(second.url).toBe(first.url)

  await first.stop()
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
  expect(await postmasterPid(folder)).toBeNull()
})

test('two first starts at once end up with one database', async () => {
  const folder = await freshFolder()
  const [one, other] = await Promise.all([startedByAnother(folder), startedByAnother(folder)])
  expect(one.url).toBe(other.url)
  await ask(one.url, 'create table shared (n integer)')
  expect(await ask(other.url, 'select n from shared')).toEqual([])
  await Promise.all([one.stop(), other.stop()])
  expect(await postmasterPid(folder)).toBeNull()
})

test('a data folder with a long or strange name works', async () => {
  const { url } = await started(await freshFolder('a folder: with, ünusual name'.repeat(4)))
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})
