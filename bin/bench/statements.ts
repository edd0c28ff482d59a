import { Client, type PoolClient } from 'pg'
import { openPool } from '#db/connection.ts'
import type { Ctx } from '#db/context.ts'
import { whoIs } from '#db/queries/sessions.ts'
import { sessionCookieName, tokenOf } from '#app/_server/auth/cookie.ts'
import type { Visitor } from './visitor.ts'

/** A statement as it went to the driver. */
export type Statement = { name?: string; text: string; values?: unknown[] }

export type Place = { url: string; group: string; visitor: Visitor }

/**
 * Runs work of ours against the database and returns the very SQL that it sent, with the values, so that a bare driver
 * can send the same again. Whoever asks is looked up first, as the door does at every request.
 */
export async function statementsOf(
  { url, group, visitor }: Place,
  work: (ctx: Ctx) => Promise<unknown>,
): Promise<Statement[]> {
  const sent: Statement[] = []
  const pool = openPool(url, { max: 1 })
  pool.on('connect', (client) => overhear(client, sent))
  globalThis.saydoPool = pool
  try {
    const now = new Date()
    const token = tokenOf(visitor.cookie, sessionCookieName(false)) ?? ''
    const who = await whoIs(pool, token, group, now)
    if (!who?.group) throw new Error(`nobody is signed in who may see ${group}`)
    const { personId: id, handle, name, roles, admin } = who
    const actor = { id, handle, name, roles, admin }
    await work({ actor, group: who.group, now, db: pool })
    return sent
  } finally {
    globalThis.saydoPool = undefined
    await pool.end()
  }
}

function overhear(client: PoolClient, sent: Statement[]): void {
  const query = client.query
  Object.assign(client, {
    query(...args: unknown[]): unknown {
      const [first, values] = args
      if (typeof first === 'string')
        sent.push(Array.isArray(values) ? { text: first, values } : { text: first })
      else if (isStatement(first)) sent.push({ ...first })
      return Reflect.apply(query, client, args)
    },
  })
}

const isStatement = (value: unknown): value is Statement =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'

/** A connection with nothing around it. */
export async function bareClient(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Sends the statements one after the other; returns the milliseconds until the last one was answered. */
export async function replay(client: Client, statements: readonly Statement[]): Promise<number> {
  const began = performance.now()
  for (const { name, text, values } of statements) {
    await client.query({ text, ...(name ? { name } : {}), ...(values ? { values } : {}) })
  }
  return performance.now() - began
}
