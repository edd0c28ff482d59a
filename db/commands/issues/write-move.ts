import type { Order } from '#lib/domain/rank.ts'
import type { Ctx } from '../../context.ts'
import type { IssueFacts } from '../../queries/facts.ts'

/** `rank` is that of the order; null keeps it. */
type Written = { order: Order; rank: string | null; close: IssueFacts['closeReason']; reopen: boolean }

/** Writes the place and the state of an issue. */
export async function writeMove(
  ctx: Ctx,
  facts: IssueFacts,
  { order, rank, close, reopen }: Written,
): Promise<void> {
  await ctx.db.query({
    name: 'write-move',
    text: `update issues set rank = case when $7 = 'group' then coalesce($3, rank) else rank end,
        plan_rank = case when $7 = 'planning' then coalesce($3, plan_rank) else plan_rank end, updated_at = $4,
        state = case when $5::text is not null then 'closed' when $6 then 'open' else state end,
        close_reason = case when $5::text is not null then $5 when $6 then null else close_reason end,
        closed_at = case when $5::text is not null then $4 when $6 then null else closed_at end
      where group_id = $1 and number = $2`,
    values: [ctx.group.id, facts.number, rank, ctx.now, close, reopen, order],
  })
}
