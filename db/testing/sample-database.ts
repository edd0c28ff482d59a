import type { PoolClient } from 'pg'
import { openPool } from '../connection.ts'
import { seedOnFirstRun } from '../seed/first-run.ts'
import { emptyDatabase } from './empty-database.ts'
import { at, databaseFrom, NOON } from './world.ts'

/** Any fixed number: of several files that want the sample at once, one writes it. */
const LOCK = 7_249_303

/**
 * A database for one test alone that holds the sample world of `NOON`, as the first start of that moment writes it. It takes
 * long to write, so that a run writes it once: the test file that asks first does, and each gets a copy.
 */
export async function sampleDatabase(): Promise<string> {
  const pool = openPool(at('postgres'), { max: 1 })
  // Held all along: a pool closes a connection that lies idle, and with it goes the lock.
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const { rowCount } = await client.query(`select from pg_database where datname = 'saydo_sample'`)
    if (rowCount === 0) await write(client)
    return await databaseFrom('saydo_sample')
  } finally {
    client.release(true)
    await pool.end()
  }
}

/** It gets its name when it is whole. */
async function write(client: PoolClient): Promise<void> {
  const draft = await emptyDatabase()
  await seedOnFirstRun(draft, () => {}, { sample: true, now: NOON })
  await client.query(`alter database ${new URL(draft).pathname.slice(1)} rename to saydo_sample`)
}
