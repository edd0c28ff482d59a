import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool, PoolClient } from 'pg'
import type { Role } from '#lib/domain/permissions.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { type Act, whyNotAllowed } from '#lib/domain/permissions.ts'
import { pool } from './connection.ts'

export type Db = NodePgDatabase & { $client: Pool | PoolClient }

/** Who acts: a person with the roles they have in the group, or the clock (`id` null). */
export type Actor = {
  id: string | null
  handle: string
  name: string
  roles: readonly Role[]
  admin: boolean
}

export type GroupKey = { id: number; slug: string; name: string; zone: string }

/** A retry of the same act carries the same key, and gets the same answer. */
export type Attempt = { key: string; endpoint: string; bodyHash: string }

/** Everything a query or a command may know about its surroundings: no cookie, no clock, no globals below here. */
export type Ctx = { actor: Actor; group: GroupKey; now: Date; db: Db; attempt?: Attempt; inside?: true }

export const database = (client: Pool | PoolClient = pool()): Db => drizzle(client)

export const THE_CLOCK: Actor = {
  id: null,
  handle: 'clock',
  name: 'The clock',
  roles: ['em', 'pm', 'engineer'],
  admin: true,
}

/** Rights are decided inside the write's own transaction, from the roles that hold at that moment. */
export const authorise = (ctx: Ctx, act: Act) => insist403(whyNotAllowed(ctx.actor, act))

function insist403(refusal: ReturnType<typeof whyNotAllowed>): void {
  if (refusal) throw new Failure('forbidden', refusal.because, { rule: refusal.code })
}

const BEGIN = `begin; set local lock_timeout = '2s'; set local statement_timeout = '10s';
set local idle_in_transaction_session_timeout = '15s'`

/**
 * One change, one event, one transaction. Locks the group first, so that the writers of a group queue in one line:
 * ranks, numbers and hashes are computed by whoever holds the lock. Serialisation failures and deadlocks are tried
 * again three times. A context that is inside a transaction already gets a savepoint.
 */
export async function inTransaction<T>(ctx: Ctx, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.inside) return nested(ctx, run)
  for (let tries = 0; ; tries += 1) {
    try {
      return await once(ctx, run)
    } catch (error) {
      if (tries < 3 && isTransient(error)) continue
      throw error
    }
  }
}

async function once<T>(ctx: Ctx, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const client = await pool().connect()
  let broken: Error | undefined
  try {
    await client.query(BEGIN)
    const inside = await entered({ ...ctx, db: database(client), inside: true })
    const answer = await remembered(inside, run)
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}

async function nested<T>(ctx: Ctx, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  await ctx.db.$client.query('savepoint nested')
  try {
    const answer = await remembered(await entered(ctx), run)
    await ctx.db.$client.query('release savepoint nested')
    return answer
  } catch (error) {
    await ctx.db.$client.query('rollback to savepoint nested')
    throw error
  }
}

/** Takes the group's lock and reads the actor's roles as they are now. */
async function entered(ctx: Ctx): Promise<Ctx> {
  const { rows } = await ctx.db.$client.query<{ admin: boolean | null; roles: Role[] }>({
    name: 'enter-group',
    text: `select (select p.admin from people p where p.id = $2) as admin,
        array(select r.role from group_roles r where r.group_id = $1 and r.person_id = $2) as roles
      from group_counters c where c.group_id = $1 for no key update of c`,
    values: [ctx.group.id, ctx.actor.id],
  })
  const [now] = rows
  if (!now) throw notFound('The group')
  if (ctx.actor.id === null) return ctx
  if (now.admin === null || (now.roles.length === 0 && !now.admin)) throw notFound('The group')
  return { ...ctx, actor: { ...ctx.actor, admin: now.admin, roles: now.roles } }
}

/** Answers a repeated attempt from the record, in the same transaction that would have made the change. */
async function remembered<T>(ctx: Ctx, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { attempt, ...rest } = ctx
  if (!attempt) return run(ctx)
  const owner = [ctx.group.id, ctx.actor.id, attempt.key]
  const { rows } = await ctx.db.$client.query<{ endpoint: string; body_hash: string; answer: T }>({
    name: 'recall-attempt',
    text: `select endpoint, body_hash, answer from idempotency_keys
      where group_id = $1 and person_id = $2 and key = $3`,
    values: owner,
  })
  const [known] = rows
  if (known) {
    if (known.body_hash === attempt.bodyHash && known.endpoint === attempt.endpoint) return known.answer
    throw new Failure('invalid', 'This Idempotency-Key was used for another request.', { rule: 'key_reused' })
  }
  const answer = await run(rest)
  await ctx.db.$client.query({
    name: 'remember-attempt',
    text: `insert into idempotency_keys (group_id, person_id, key, endpoint, body_hash, answer, created_at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [...owner, attempt.endpoint, attempt.bodyHash, JSON.stringify(answer), ctx.now],
  })
  return answer
}

function isTransient(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === '40001' || error.code === '40P01')
  )
}

export { insist }
