import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closePool, openPool } from '../connection.ts'
import { startEmbedded } from '../embedded/embedded.ts'
import { migrate } from '../migrate.ts'
import { seedHandbook } from '../seed/handbook.ts'

/**
 * One real PostgreSQL for the whole run, with the handbook's group in it. Its address reaches the workers through the
 * environment; `saydo_world` is a second copy without connections, from which a test gets a database of its own,
 * and `saydo_tables` is one from before the handbook's group.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'saydo-test-'))
  const embedded = await startEmbedded({ dataDir, log: () => {} })
  process.env.DATABASE_URL = embedded.url
  process.env.TEST_DATABASE_URL = embedded.url
  await doNotWaitForDisk(embedded.url)
  await migrate(embedded.url, () => {})
  await copyAs('saydo_tables', embedded.url)
  await seedHandbook(embedded.url, new Date('2026-01-05T09:00:00Z'))
  await closePool()
  await copyAs('saydo_world', embedded.url)
  return async () => {
    await embedded.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** What is committed here is not needed after a crash; tests of durability start databases of their own. */
async function doNotWaitForDisk(url: string): Promise<void> {
  const pool = openPool(url, { max: 1 })
  await pool.query('alter role current_user set synchronous_commit to off')
  await pool.end()
}

async function copyAs(name: string, url: string): Promise<void> {
  const elsewhere = new URL(url)
  elsewhere.pathname = '/postgres'
  const pool = openPool(elsewhere.href, { max: 1 })
  await pool.query(`create database ${name} template saydo`)
  await pool.end()
}
