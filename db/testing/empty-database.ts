import { randomUUID } from 'node:crypto'
import { openPool } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { testUrl } from './world.ts'

/** For tests of a first run: tables and nothing in them, on the test's own server; gone when the run ends. */
export async function emptyDatabase(): Promise<string> {
  const url = await bareDatabase()
  await migrate(url, () => {})
  return url
}

/** Not even tables. */
export async function bareDatabase(): Promise<string> {
  const name = `empty_${randomUUID().replaceAll('-', '')}`
  const url = new URL(testUrl())
  url.pathname = '/postgres'
  const admin = openPool(url.href, { max: 1 })
  await admin.query(`create database ${name}`)
  await admin.end()
  url.pathname = `/${name}`
  return url.href
}
