import type { Pool, PoolClient } from 'pg'
import { Failure, notFound } from '#lib/kit/failure.ts'
import { type Act, may, type Role, whyNotAllowed } from '#lib/domain/permissions.ts'
import { pool } from './connection.ts'

/** The pool, for reads; inside a transaction its one connection. */
export type Db = Pool | PoolClient

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
export type Ctx = {
  actor: Actor
  group: GroupKey
  now: Date
  db: Db
  attempt?: Attempt
  /** Inside a transaction, whose connection `db` is. */
  inside?: true
  /** What is recorded belongs to one act: the number of its first event, and how many were recorded by now. */
  act?: { first: number; recorded: number }
  /** The number of the event that is being taken back. */
  undoes?: number
  /** For whom, and of which group, this transaction holds the lock and has read the roles. */
  entered?: Pick<Ctx, 'actor' | 'group'>
}

export const THE_CLOCK: Actor = {
  id: null,
  handle: 'clock',
  name: 'The clock',
  roles: ['em', 'pm', 'engineer'],
  admin: true,
}

/** Rights are decided inside the write's own transaction, from the roles that hold at that moment. */
export function authorise(ctx: Ctx, act: Act): void {
  const refusal = whyNotAllowed(ctx.actor, act)
  if (refusal) throw new Failure('forbidden', refusal.because, { rule: refusal.code })
}

/** Locks the group's counters: from here on its writers stand in one line. The id is ours, never a person's words. */
const lockOf = (ctx: Ctx) =>
  `select 1 from group_counters where group_id = ${Math.trunc(ctx.group.id)} for no key update`

const begin = (ctx: Ctx) => `begin; ${lockOf(ctx)}`

/**
 * One change, one event, one transaction. Locks the group first, so that the writers of a group queue in one line:
 * ranks, numbers and hashes are computed by whoever holds the lock. Serialisation failures and deadlocks are tried
 * again three times. A context that is inside a transaction already gets a savepoint.
 *
 * @param ahead reads that need no answer first: they are sent along with the lock and run right behind it. They know the
 * actor of before the lock, so that `run`, which waits for them, decides what of it the actor of now may see
 */
export async function inTransaction<T, A = null>(
  ctx: Ctx,
  run: Run<T, A>,
  ahead?: (ctx: Ctx) => Promise<A>,
): Promise<T>
export async function inTransaction<T, A>(
  ctx: Ctx,
  run: Run<T, A | null>,
  ahead: (ctx: Ctx) => Promise<A | null> = async () => null,
): Promise<T> {
  if (ctx.inside) return nested(ctx, run, ahead)
  for (let tries = 0; ; tries += 1) {
    try {
      return await once(ctx, run, ahead)
    } catch (error) {
      if (tries < 3 && isTransient(error)) continue
      throw error
    }
  }
}

/** For a read that is long by its nature: a statement of it may take five minutes instead of seconds. */
export async function withLongTimeout<T>(ctx: Ctx, run: (db: Db) => Promise<T>): Promise<T> {
  if (ctx.inside) return run(ctx.db)
  const client = await pool().connect()
  let broken: Error | undefined
  try {
    await client.query(`begin read only; set local statement_timeout = '5min'`)
    return await run(client)
  } finally {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    client.release(broken)
  }
}

type Run<T, A> = (ctx: Ctx, read: Promise<A>) => Promise<T>
type Ahead<A> = (ctx: Ctx) => Promise<A>

async function once<T, A>(ctx: Ctx, run: Run<T, A>, ahead: Ahead<A>): Promise<T> {
  const client = await pool().connect()
  let broken: Error | undefined
  try {
    const inside: Ctx = { ...ctx, db: client, inside: true }
    // On its way together with the lock: it is answered when the lock is ours.
    const entering = Promise.all([client.query(begin(ctx)), enter<T>(inside)])
    const read = sent(ahead(inside))
    const [, entry] = await entering
    return await answered(
      inside,
      entry,
      (ctx) => run(ctx, read),
      () => client.query('commit'),
    )
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}

/** Whether it fails is asked by whoever waits for it, if anybody does. */
function sent<A>(read: Promise<A>): Promise<A> {
  read.catch(() => {})
  return read
}

async function nested<T, A>(ctx: Ctx, run: Run<T, A>, ahead: Ahead<A>): Promise<T> {
  // All three are on their way at once: an act on hundreds of issues waits for each of its commands but once.
  const saved = ctx.db.query('savepoint nested')
  const leave = () => ctx.db.query('release savepoint nested')
  try {
    // Whoever holds the lock already is asked nothing twice: nobody's roles change while it is held.
    if (ctx.entered?.actor === ctx.actor && ctx.entered.group === ctx.group) {
      const [answer] = await Promise.all([run(ctx, sent(ahead(ctx))), saved])
      await leave()
      return answer
    }
    const entering = Promise.all([ctx.db.query(lockOf(ctx)), enter<T>(ctx)])
    const read = sent(ahead(ctx))
    const [, [, entry]] = await Promise.all([saved, entering])
    return await answered(ctx, entry, (ctx) => run(ctx, read), leave)
  } catch (error) {
    // Taken away as well: one of the same name may lie around it, and has to be found by whoever made that one.
    await ctx.db.query('rollback to savepoint nested; release savepoint nested')
    throw error
  }
}

/** An attempt that was made before, with what it was answered. */
export type KnownAttempt<T> = Omit<Attempt, 'key'> & { answer: T }

type Entry<T> = {
  admin: boolean | null
  next: number
  last: Date | null
  roles: Role[]
  known: KnownAttempt<T> | null
}

/** Reads the actor's roles as they are behind the lock, and whether this attempt was made before. */
async function enter<T>({ db, group, actor, attempt }: Ctx): Promise<Entry<T> | undefined> {
  const { rows } = await db.query<Entry<T>>({
    name: 'enter-group',
    text: `select (select p.admin from people p where p.id = $2) as admin, last_event + 1 as next, last_at as last,
        array(select r.role from group_roles r where r.group_id = $1 and r.person_id = $2) as roles,
        (select jsonb_build_object('endpoint', k.endpoint, 'bodyHash', k.body_hash, 'answer', k.answer)
          from idempotency_keys k where k.group_id = $1 and k.person_id = $2 and k.key = $3) as known
      from group_counters where group_id = $1`,
    values: [group.id, actor.id, attempt?.key ?? null],
  })
  return rows[0]
}

/** Whether this attempt has its answer already; what may be said of it, is decided behind the lock. */
export async function isAnswered({ db, group, actor }: Ctx, { key }: Attempt): Promise<boolean> {
  const { rowCount } = await db.query(
    'select from idempotency_keys where group_id = $1 and person_id = $2 and key = $3',
    [group.id, actor.id, key],
  )
  return rowCount !== 0
}

/** Makes the change as who the actor is by now, keeps the answer with it, and ends the transaction with `finish`. */
async function answered<T>(
  { attempt, ...ctx }: Ctx,
  entry: Entry<T> | undefined,
  run: (ctx: Ctx) => Promise<T>,
  finish: () => Promise<unknown>,
): Promise<T> {
  if (!entry) throw notFound('The group')
  const { admin, next, last, roles, known } = entry
  const clock = ctx.actor.id === null
  if (!clock && (admin === null || (roles.length === 0 && !admin))) throw notFound('The group')
  const actor = clock ? ctx.actor : { ...ctx.actor, admin: admin === true, roles }
  const inside = {
    ...ctx,
    now: latest(ctx.now, last),
    actor,
    act: { first: next, recorded: 0 },
    entered: { actor, group: ctx.group },
  }
  const answer = known ? await answeredAgain(inside, run, replayAnswer(attempt, known)) : await run(inside)
  await Promise.all([attempt && !known ? remember(ctx, attempt, answer) : null, finish()])
  return answer
}

/**
 * The answer of before, for whoever may still have it: rights are asked first, as they are by now.
 * @throws forbidden for an act that the actor may no longer do; not_found for a card that they may no longer see
 */
async function answeredAgain<T>(ctx: Ctx, run: (ctx: Ctx) => Promise<T>, answer: T): Promise<T> {
  const failure = await tried(ctx, run)
  if (failure?.code === 'forbidden') throw failure
  const cards = may(ctx.actor, 'see.confidential') ? [] : cardsIn(answer)
  if (cards.length === 0) return answer
  const { rowCount } = await ctx.db.query(
    'select from issues where group_id = $1 and confidential and number = any($2) limit 1',
    [ctx.group.id, cards],
  )
  if (rowCount !== 0) throw notFound('The issue')
  return answer
}

/** Does an act that was done before once more, and takes all of it back: what failed of it, if the rules said no. */
export async function tried<T>(ctx: Ctx, run: (ctx: Ctx) => Promise<T>): Promise<Failure | null> {
  await ctx.db.query('savepoint tried')
  try {
    await run(ctx)
    return null
  } catch (error) {
    return error instanceof Failure ? error : null
  } finally {
    await ctx.db.query('rollback to savepoint tried; release savepoint tried')
  }
}

/** The numbers of the issues whose cards an answer holds, however deep. */
function cardsIn(answer: unknown): number[] {
  if (Array.isArray(answer)) return answer.flatMap(cardsIn)
  if (typeof answer !== 'object' || answer === null) return []
  const isCard = 'confidential' in answer && 'ref' in answer && typeof answer.ref === 'number'
  return [...(isCard ? [Number(answer.ref)] : []), ...Object.values(answer).flatMap(cardsIn)]
}

/** Whoever waited for the lock acts after those who had it, so that the ledger's time never goes back. */
const latest = (now: Date, last: Date | null): Date => (last !== null && last > now ? last : now)

/** @throws invalid for a key that came with another request */
export function replayAnswer<T>(attempt: Attempt | undefined, known: KnownAttempt<T>): T {
  if (known.bodyHash === attempt?.bodyHash && known.endpoint === attempt.endpoint) return known.answer
  throw keyReused()
}

export const keyReused = () =>
  new Failure('invalid', 'This Idempotency-Key was used for another request.', { rule: 'key_reused' })

export async function remember(
  ctx: Pick<Ctx, 'db' | 'group' | 'actor' | 'now'>,
  { key, endpoint, bodyHash }: Attempt,
  answer: unknown,
): Promise<void> {
  await ctx.db.query({
    name: 'remember-attempt',
    text: `insert into idempotency_keys (group_id, person_id, key, endpoint, body_hash, answer, created_at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [ctx.group.id, ctx.actor.id, key, endpoint, bodyHash, JSON.stringify(answer), ctx.now],
  })
}

function isTransient(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === '40001' || error.code === '40P01')
  )
}
