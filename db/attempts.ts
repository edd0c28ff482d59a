import { may } from '#lib/domain/permissions.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import type { Attempt, Ctx, KnownAttempt } from './context.ts'

/** Whether this attempt has its answer already; what may be said of it, is decided behind the lock. */
export async function isAnswered({ db, group, actor }: Ctx, { key }: Attempt): Promise<boolean> {
  const { rowCount } = await db.query(
    'select from idempotency_keys where group_id = $1 and person_id = $2 and key = $3',
    [group.id, actor.id, key],
  )
  return rowCount !== 0
}

/**
 * The answer of before, for the person who may still have it: rights are asked first, as they are by now.
 * @throws forbidden for an act that the actor may no longer do; not_found for a card that they may no longer see
 */
export async function answeredAgain<T>(ctx: Ctx, run: (ctx: Ctx) => Promise<T>, answer: T): Promise<T> {
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

/** @throws invalid for a key that came with another request */
export function replayAnswer<T>(attempt: Attempt | undefined, known: KnownAttempt): T {
  // safe because the same endpoint has given it
  if (known.bodyHash === attempt?.bodyHash && known.endpoint === attempt.endpoint) return known.answer as T
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
