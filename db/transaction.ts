import { notFound } from '#lib/kit/failure.ts'
import { answeredAgain, remember, replayAnswer } from './attempts.ts'
import { pool } from './connection.ts'
import { type Ctx, type Db, enter, type Entry, lockOf } from './context.ts'

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
    const entering = Promise.all([client.query(begin(ctx)), enter(inside)])
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
    const entering = Promise.all([ctx.db.query(lockOf(ctx)), enter(ctx)])
    const read = sent(ahead(ctx))
    const [, [, entry]] = await Promise.all([saved, entering])
    return await answered(ctx, entry, (ctx) => run(ctx, read), leave)
  } catch (error) {
    // Taken away as well: one of the same name may lie around it, and has to be found by whoever made that one.
    await ctx.db.query('rollback to savepoint nested; release savepoint nested')
    throw error
  }
}

/** Makes the change as who the actor is by now, keeps the answer with it, and ends the transaction with `finish`. */
async function answered<T>(
  { attempt, ...ctx }: Ctx,
  entry: Entry | undefined,
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
  const answer = known ? await answeredAgain(inside, run, replayAnswer<T>(attempt, known)) : await run(inside)
  await Promise.all([attempt && !known ? remember(ctx, attempt, answer) : null, finish()])
  return answer
}

/** Whoever waited for the lock acts after those who had it, so that the ledger's time never goes back. */
const latest = (now: Date, last: Date | null): Date => (last !== null && last > now ? last : now)

function isTransient(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === '40001' || error.code === '40P01')
  )
}
