import { Socket } from 'node:net'
import { type ClientBase, Pool, types, type PoolConfig } from 'pg'
import { SHADOWS } from './past/shadows.ts'

/** Days stay text, and counters are numbers: none of ours outgrows 2^53. */
types.setTypeParser(types.builtins.DATE, (value) => value)
types.setTypeParser(types.builtins.INT8, Number)

/**
 * One pool a process. The server bundles modules more than once (pages, routes), so the pool is kept on
 * `globalThis`, where every copy finds the same one.
 */
declare global {
  var saydoPool: Pool | undefined
  var saydoPastPool: Pool | undefined
}

export function pool(): Pool {
  return (globalThis.saydoPool ??= openPool(databaseUrl(), { onConnect: hurry }))
}

/**
 * Nobody who waits for an answer waits for ever, nor keeps others waiting. Said in words of SQL, because a pooler in
 * between refuses settings that come with the connection; whoever backs up, restores, migrates or seeds has a pool of
 * their own, and as much time as it takes.
 */
const hurry = async (client: ClientBase): Promise<void> => {
  await client.query(`set lock_timeout = '2s'; set statement_timeout = '10s';
    set idle_in_transaction_session_timeout = '15s'`)
}

/**
 * Connections on which the names of tables stand for a group as it was: two, so that looking into the past never takes the
 * database from those who work. Who finds both taken waits.
 */
export function pastPool(): Pool {
  return (globalThis.saydoPastPool ??= openPool(databaseUrl(), {
    max: 2,
    connectionTimeoutMillis: 8000,
    idleTimeoutMillis: 600_000,
    onConnect: async (client) => {
      await hurry(client)
      await client.query(SHADOWS)
    },
  }))
}

export async function closePool(): Promise<void> {
  const open = [globalThis.saydoPool, globalThis.saydoPastPool]
  globalThis.saydoPool = undefined
  globalThis.saydoPastPool = undefined
  await Promise.all(open.map((pool) => pool?.end()))
}

/** Sends what is written in one turn of the event loop in one piece: one call of the system instead of one a query. */
class Gathering extends Socket {
  #waits = false

  override uncork(): void {
    if (this.#waits) return super.uncork()
    this.#waits = true
    process.nextTick(() => {
      this.#waits = false
      super.uncork()
    })
  }
}

/**
 * Instants arrive as `Date`, days as 'YYYY-MM-DD' text. Queries that are asked for together travel together, and are
 * answered in their order: a transaction that holds a lock waits for fewer answers.
 */
export function openPool(url: string, options: PoolConfig = {}): Pool {
  const opened = new Pool({
    connectionString: url,
    max: 12,
    connectionTimeoutMillis: 5000,
    pipeline: true,
    stream: () => new Gathering(),
    ...options,
  })
  // An idle connection that the server drops must not end the process; the next query opens a new one.
  opened.on('error', () => {})
  opened.on('connect', (client) => client.on('error', () => {}))
  return opened
}

export function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set; start the application with `npm start`.')
  return url
}
