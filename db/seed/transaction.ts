import type { PoolClient } from 'pg'
import { openPool } from '../connection.ts'

/** Any fixed number: of two who start at once, one seeds and the other waits, and then finds it done. */
const LOCK = 7_249_302

/** All or nothing: a start that is killed halfway leaves a database without a group, and the next one seeds it. */
export async function inOneTransaction<T>(url: string, run: (client: PoolClient) => Promise<T>): Promise<T> {
  const pool = openPool(url, { max: 1 })
  try {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query('select pg_advisory_xact_lock($1)', [LOCK])
      const answer = await run(client)
      await client.query('commit')
      return answer
    } finally {
      // Whatever is not committed by now goes with the connection.
      client.release(true)
    }
  } finally {
    await pool.end()
  }
}
