import { Client, type PoolClient } from 'pg'
import { openPool } from '#db/connection.ts'
import type { Ctx } from '#db/context.ts'
import { whoIs } from '#db/queries/sessions.ts'
import { sessionCookieName, tokenOf } from '#app/_server/auth/cookie.ts'
import type { Visitor } from './visitor.ts'

/** What goes to the driver together, before the first of it is answered. */
export type Batch = Statement[]

/** A statement as it went to the driver. */
type Statement = { name?: string; text: string; values?: unknown[] }

export type Place = { url: string; group: string; visitor: Visitor }

/**
 * One instant for all that is recorded, after whatever is written meanwhile: the ledger takes no event that is older than
 * its last one, and what is sent again comes in any order.
 */
const LATER = new Date(Date.now() + 24 * 60 * 60 * 1000)

/**
 * Runs work of ours against the database and returns the very SQL that it sent, with the values, so that a bare driver
 * can send the same again. The person who asks is looked up first, as at every request; `newest` is the newest event of the group.
 */
export async function statementsOf(
  { url, group, visitor }: Place,
  work: (ctx: Ctx, newest: number) => Promise<unknown>,
): Promise<Batch[]> {
  const sent: Batch[] = []
  const pool = openPool(url, { max: 1 })
  pool.on('connect', (client) => overhear(client, sent))
  globalThis.saydoPool = pool
  try {
    const now = LATER
    const token = tokenOf(visitor.cookie, sessionCookieName(false)) ?? ''
    const who = await whoIs(pool, token, group, now)
    if (!who?.group) throw new Error(`No signed-in person has access to ${group}.`)
    const { personId: id, handle, name, roles, admin } = who
    const actor = { id, handle, name, roles, admin }
    await work({ actor, group: who.group, now, db: pool }, who.group.lastEvent)
    return sent
  } finally {
    globalThis.saydoPool = undefined
    await pool.end()
  }
}

function overhear(client: PoolClient, sent: Batch[]): void {
  const query = client.query
  let unanswered = 0
  const answered = () => (unanswered -= 1)
  Object.assign(client, {
    query(...args: unknown[]): unknown {
      const statement = statementOf(args)
      const last = sent.at(-1)
      if (unanswered > 0 && last) last.push(statement)
      else sent.push([statement])
      unanswered += 1
      const callbackAt = args.findIndex((one) => typeof one === 'function')
      if (callbackAt < 0) {
        const answer: unknown = Reflect.apply(query, client, args)
        if (answer instanceof Promise) answer.then(answered, answered)
        return answer
      }
      // A pool asks with a callback; the promise it gives is its own.
      const callback: unknown = args[callbackAt]
      const heard = (...results: unknown[]) => {
        answered()
        if (typeof callback === 'function') Reflect.apply(callback, null, results)
      }
      return Reflect.apply(query, client, args.with(callbackAt, heard))
    },
  })
}

/** The driver takes a text with values, or both in an object. */
function statementOf([first, values]: unknown[]): Statement {
  if (typeof first === 'string') return Array.isArray(values) ? { text: first, values } : { text: first }
  if (isStatement(first)) return { ...first }
  throw new Error('This statement cannot be repeated.')
}

const isStatement = (value: unknown): value is Statement =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'

/** A connection with nothing around it. */
export async function bareClient(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, pipeline: true })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Sends the same again, together what was together; returns the milliseconds until the last answer. */
export async function replay(client: Client, batches: readonly Batch[]): Promise<number> {
  const began = performance.now()
  for (const batch of batches) await Promise.all(batch.map((statement) => client.query(statement)))
  return performance.now() - began
}
