import type { Changed } from '#lib/contract/issues.ts'
import type { Report } from '#lib/contract/bulk.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import { isAnswered } from '../../attempts.ts'
import type { Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { ACT } from '../../queries/acts.ts'
import { lastEvent } from '../../queries/events.ts'

/** Few enough that no other person waits long for the group: between two pieces its lock goes to the next who waits. */
export const PIECE = 40

type One = (ref: number) => Promise<Changed>
/** Asks in each piece what has to be asked before its first issue, and says what is done to one; told what was done before. */
type Begin = (ctx: Ctx, before: Report) => Promise<One>

/**
 * Does one thing to issue after issue: what the law refuses stays as it is, and says why. Many are done in pieces, each
 * a transaction, all of them one act; a retry of an attempt that broke off between two of them goes on where it ended.
 *
 * @param carriesOn an event of an act of one's own that this belongs to
 */
export async function forEachIssue(
  ctx: Ctx,
  refs: readonly number[],
  begin: Begin,
  carriesOn?: number,
): Promise<Report> {
  const all = [...new Set(refs)]
  const total: Report = { done: [], refused: [] }
  const { attempt, ...unnamed } = ctx
  // Its answer is kept with the last piece alone; what has one is not done again.
  const answered = attempt !== undefined && (await isAnswered(ctx, attempt))
  const first = answered ? Math.max(0, all.length - PIECE) : 0
  for (let at = first; at < all.length; at += PIECE) {
    const isLast = at + PIECE >= all.length
    const some = all.slice(at, at + PIECE)
    const act = carriesOn ?? total.done[0]?.event
    try {
      const report = await inTransaction(isLast ? ctx : unnamed, async (ctx) => {
        const one = await begin(act === undefined ? ctx : await carryOn(ctx, act), total)
        const piece = await eachOf(some, one)
        return { done: [...total.done, ...piece.done], refused: [...total.refused, ...piece.refused] }
      })
      Object.assign(total, report)
    } catch (error) {
      if (at === first || !(error instanceof Failure)) throw error
      total.refused.push(...all.slice(at).map((ref) => refusalOf(ref, error)))
      return total
    }
  }
  return total
}

async function eachOf(refs: readonly number[], act: One): Promise<Report> {
  const total: Report = { done: [], refused: [] }
  for (const ref of refs) {
    try {
      total.done.push(await act(ref))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      total.refused.push(refusalOf(ref, error))
    }
  }
  return total
}

function refusalOf(ref: number, { detail, facts: { rule } }: Failure): Report['refused'][number] {
  return { ref, because: detail, ...(typeof rule === 'string' ? { rule } : {}) }
}

/** A change that left no event of its own changed nothing, and is refused with `because`. */
export async function insistOnChange(ctx: Ctx, because: string, act: One): Promise<One> {
  let newest = await lastEvent(ctx)
  return async (ref) => {
    const changed = await act(ref)
    if (changed.event <= newest) throw new Failure('refused', because, { rule: 'unchanged' })
    newest = changed.event
    return changed
  }
}

/** What is recorded from here on belongs to an act of one's own that was begun before: it is one, and is undone as one. */
async function carryOn(ctx: Ctx, event: number): Promise<Ctx> {
  const { rows } = await ctx.db.query<{ first: number }>(
    `select ${ACT} as first from events e
      where e.group_id = $1 and e.number = $2 and e.actor_id = $3 and e.at > $4::timestamptz - interval '1 hour'`,
    [ctx.group.id, event, ctx.actor.id, ctx.now],
  )
  const [act] = rows
  if (!act) throw notFound(`Act ${event}`)
  return { ...ctx, act: { first: act.first, recorded: 1 } }
}
