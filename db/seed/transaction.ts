import type { PoolClient } from 'pg'
import { openPool } from '../connection.ts'

/** Any fixed number: of two who start at once, one seeds and the other waits, and then finds it done. */
const LOCK = 7_249_302

/** Runs with a connection that no other seed has at the same time, whoever started it. */
export async function alone<T>(url: string, run: (client: PoolClient) => Promise<T>): Promise<T> {
  const pool = openPool(url, { max: 1 })
  try {
    const client = await pool.connect()
    try {
      await client.query('select pg_advisory_lock($1)', [LOCK])
      return await run(client)
    } finally {
      // The lock, and whatever is not committed by now, goes with the connection.
      client.release(true)
    }
  } finally {
    await pool.end()
  }
}

/** All or nothing. */
export async function atomically<T>(client: PoolClient, run: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const answer = await run()
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
