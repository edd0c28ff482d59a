import { pool } from './connection.ts'
import { replayAnswer, tried } from './attempts.ts'
import type { KnownAttempt } from './context.ts'
import type { Ctx } from './context.ts'

/**
 * What a person does with what is theirs alone: it leaves no event and waits for no other person. A retry with the
 * same key gets the same answer all the same, two at once included: the second waits until the first is through.
 */
export async function ownAct<T>({ attempt, ...ctx }: Ctx, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (!attempt || ctx.inside) return run(ctx)
  const client = await pool().connect()
  const of = [ctx.group.id, ctx.actor.id, attempt.key]
  const inside: Ctx = { ...ctx, db: client, inside: true }
  let broken: Error | undefined
  try {
    await client.query('begin')
    const { rowCount } = await client.query(
      `insert into idempotency_keys (group_id, person_id, key, endpoint, body_hash, answer, created_at)
        values ($1, $2, $3, $4, $5, 'null', $6) on conflict do nothing`,
      [...of, attempt.endpoint, attempt.bodyHash, ctx.now],
    )
    const mine = 'where group_id = $1 and person_id = $2 and key = $3'
    if (rowCount === 0) {
      const { rows } = await client.query<KnownAttempt>(
        `select endpoint, body_hash as "bodyHash", answer from idempotency_keys ${mine}`,
        of,
      )
      if (rows[0]) {
        const answer = replayAnswer<T>(attempt, rows[0])
        // Nothing of one's own is removed by such an act: what it does not find it may no longer see.
        const failure = await tried(inside, run)
        if (failure && ['forbidden', 'not_found'].includes(failure.code)) throw failure
        return answer
      }
    }
    const answer = await run(inside)
    await client.query(`update idempotency_keys set answer = $4 ${mine}`, [...of, JSON.stringify(answer)])
    await client.query('commit')
    return answer
  } finally {
    // After the commit there is nothing to roll back, which is said and does no harm.
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    client.release(broken)
  }
}
