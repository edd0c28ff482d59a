import type { Changed } from '#lib/contract/issues.ts'
import type { Warning } from '#lib/kit/refusal.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import { cardByRef } from '../../queries/cards.ts'

type Warnings = (Warning | null)[]

/**
 * What every change of an issue answers: the card as it is now, the warnings, the number of the event. The writes and
 * the event may be on their way still: the connection answers in the order of the questions, so that the card is read
 * behind them, and the whole change waits for the database once.
 */
export async function changedIssue(
  ctx: Ctx,
  ref: number,
  event: number | Promise<number>,
  warnings: Warnings = [],
  writes: Promise<unknown>[] = [],
): Promise<Changed> {
  const [card, number] = await Promise.all([cardByRef(ctx, ref), event, ...writes])
  if (!card) throw notFound(`Issue #${ref}`)
  return { card, event: number, warnings: warnings.filter((warning) => warning !== null) }
}

/** A change that changed nothing leaves no event: the answer names the newest one there is. */
export async function unchangedIssue(ctx: Ctx, ref: number): Promise<Changed> {
  const { rows } = await ctx.db.query<{ event: number }>(
    'select last_event as event from group_counters where group_id = $1',
    [ctx.group.id],
  )
  return changedIssue(ctx, ref, rows[0]?.event ?? 0)
}
