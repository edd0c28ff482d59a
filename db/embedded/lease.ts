import { Client } from 'pg'
import { passwordOf, role } from './cluster.ts'
import { codeOf, OperatorError } from './operator-error.ts'

/**
 * Who may stop the database? Whoever leaves last. Each process that uses it holds a lease: one open session with a
 * shared advisory lock. A session ends with its process, however that dies, so there is no owner's file that could lie.
 * Leases are kept in the database `postgres`, so that they never stand in the way of copying or dropping ours.
 */
export type Lease = {
  /** Called once when the session breaks: the server, or just this session, is gone. */
  onLost(then: () => void): void
  /** Gives the lease back. True: nobody else holds one, and nobody gets one until the server has stopped. */
  leave(): Promise<boolean>
  close(): Promise<void>
}

const lock = "hashtextextended('saydo lease', 0)"

/** Takes a lease on the server behind this socket folder; null when nobody answers there (yet, or any more). */
export async function takeLease(home: string, socketFolder: string): Promise<Lease | null> {
  const client = new Client({
    host: socketFolder,
    database: 'postgres',
    user: role,
    password: await passwordOf(home),
    application_name: 'saydo lease',
    connectionTimeoutMillis: 5_000,
  })
  // Errors of a broken session also arrive as its end; without a listener they would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query("set lock_timeout = '20s'; set idle_session_timeout = 0")
    await client.query(`select pg_advisory_lock_shared(${lock})`)
  } catch (error) {
    await client.end().catch(() => {})
    if (isAway(error)) return null
    throw refusal(error, home)
  }
  return leaseOn(client)
}

function leaseOn(client: Client): Lease {
  let lost = false
  let then = () => {}
  client.once('end', () => {
    lost = true
    then()
  })
  return {
    onLost(callback) {
      then = callback
      if (lost) callback()
    },
    async leave() {
      await client.query(`select from pg_advisory_unlock_shared(${lock})`)
      const { rows } = await client.query<{ last: boolean }>(`select pg_try_advisory_lock(${lock}) as last`)
      return rows[0]?.last === true
    },
    async close() {
      await client.end().catch(() => {})
    },
  }
}

/** Not there, starting, stopping, repairing, or full for the moment: worth another look. */
function isAway(error: unknown): boolean {
  const code = codeOf(error)
  if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EAGAIN'].includes(code)) return true
  if (/^(57P0[123]|53300|55P03|08...)$/.test(code)) return true
  return code === '' && error instanceof Error && /terminated|timeout|ended/i.test(error.message)
}

function refusal(error: unknown, home: string): unknown {
  if (codeOf(error) === 'EACCES') {
    return new OperatorError(
      `The database in ${home} runs as another user; start Saydo as that user or as root.`,
    )
  }
  if (codeOf(error) === '28P01') {
    return new OperatorError(
      `The database does not accept the password in ${home}/password; put the right one back there.`,
    )
  }
  return error
}
