import type { Ctx } from '../../context.ts'

/** The milestone is closed: who was reminded of it has nothing left to do. */
export async function settleReminder(ctx: Ctx, milestone: string): Promise<void> {
  await ctx.db.query({
    name: 'settle-milestone-reminder',
    text: `update inbox_items b set done_at = $2 from events e
      where b.group_id = $1 and b.subject_kind = 'milestone' and b.subject_key = $3 and b.done_at is null
        and e.group_id = b.group_id and e.number = b.event_number and e.type = 'milestone.overdue'`,
    values: [ctx.group.id, ctx.now, milestone],
  })
}
