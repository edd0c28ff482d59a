import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { as, databaseUser } from './database-user.ts'
import {
  ask,
  freshFolder,
  homeOf,
  killDatabase,
  postmasterPid,
  started,
  startedByAnother,
  until,
} from './test-bench.ts'

test('a database whose app was killed is adopted, and stopped by its adopter', async () => {
  const folder = await freshFolder()
  const killed = await startedByAnother(folder)
  await ask(killed.url, 'create table kept as select 1 as one')
  await killed.kill()
  const pid = await postmasterPid(folder)

  const adopter = await started(folder)
  expect(adopter.how).toBe('adopted')
  expect(await postmasterPid(folder)).toBe(pid)
  expect(await ask(adopter.url, 'select one from kept')).toEqual([{ one: 1 }])
  await adopter.stop()
  expect(await postmasterPid(folder)).toBeNull()
})

test('when app and database are both killed, no acknowledged row is lost', async () => {
  const folder = await freshFolder()
  const writer = await startedByAnother(folder, 'writing')
  await until(async () => writer.lines.length > 100)
  await killDatabase(folder)
  await writer.kill()
  const acknowledged = Math.max(...writer.lines.map(({ n }) => n ?? 0))

  const next = await started(folder)
  expect(next.how).toBe('healed')
  const [found] = await ask(next.url, `select count(*)::int as n from written where n <= ${acknowledged}`)
  expect(found).toEqual({ n: acknowledged })
})

test('a database that is killed under the app comes back at the same place, with its data', async () => {
  const folder = await freshFolder()
  const app = await started(folder)
  await ask(app.url, 'create table kept as select 1 as one')
  const before = await postmasterPid(folder)
  await killDatabase(folder)

  await until(() => ask(app.url, 'select 1').then(Boolean, () => false))
  expect(await postmasterPid(folder)).not.toBe(before)
  expect(await ask(app.url, 'select one from kept')).toEqual([{ one: 1 }])
  await until(async () => app.logged.length > 0)
  expect(app.logged.join()).toMatch(/^The database had stopped; it is up again \(\d+\.\d s\)\.$/)
  await app.stop()
  expect(await postmasterPid(folder)).toBeNull()
})

test('a killed session of the database is nothing that anybody need hear about', async () => {
  const folder = await freshFolder()
  const app = await started(folder)
  const leases = "from pg_stat_activity where application_name = 'saydo lease'"
  await ask(app.url, `select pg_terminate_backend(pid) ${leases}`)
  await until(async () => (await ask(app.url, `select 1 ${leases}`)).length === 1)
  expect(app.logged).toEqual([])
})

test('a note left by a killed database is no obstacle, even if its number is in use again', async () => {
  const folder = await freshFolder()
  const first = await started(folder)
  const note = join(await homeOf(folder), 'cluster', 'postmaster.pid')
  const left = await readFile(note, 'utf8')
  await first.stop()

  const other = spawn('sleep', ['60'], { cwd: '/', ...as(await databaseUser(await homeOf(folder))) })
  onTestFinished(() => void other.kill())
  await writeFile(note, left.replace(/^\d+/, String(other.pid)))
  const second = await started(folder)
  expect(second.how).toBe('healed')
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
})
