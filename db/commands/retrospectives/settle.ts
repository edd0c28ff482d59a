import type { Ctx } from '../../context.ts'

/** What reminded its owner of an action is done with it: the action is over, or has another day or owner. */
export async function settleActionReminders(
  ctx: Ctx,
  { id, owner }: { id: number; owner: { id: string } },
): Promise<void> {
  await ctx.db.query({
    name: 'settle-action-reminders',
    text: `update inbox_items b set done_at = $2 from events e
      where b.group_id = $1 and b.person_id = $4 and b.done_at is null and b.subject_key = $4
        and e.group_id = b.group_id and e.number = b.event_number
        and e.type = 'retrospective.action_due' and e.data->'action' = to_jsonb($3::int)`,
    values: [ctx.group.id, ctx.now, id, owner.id],
  })
}
