import type { EventType } from '#lib/domain/events.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'

/** Marks as done what an event of some type asked a person about a subject, because they did it. */
export async function settle(
  ctx: Ctx,
  type: EventType,
  { person, key }: { person: string; key: string },
): Promise<void> {
  await ctx.db.query({
    name: 'settle-inbox',
    text: `update inbox_items b set done_at = $2 from events e
      where b.group_id = $1 and b.person_id = $4 and b.done_at is null and b.subject_key = $5
        and e.group_id = b.group_id and e.number = b.event_number and e.type = $3`,
    values: [ctx.group.id, ctx.now, type, person, key],
  })
}

/** Takes what was told of an entry out of the inboxes where it still waits: it is gone, or told anew. */
export async function withdrawTimeOffNotices(ctx: Ctx, entry: number): Promise<void> {
  await ctx.db.query({
    name: 'withdraw-time-off-notices',
    text: `delete from inbox_items b using time_off t, events e
      where t.group_id = $1 and t.id = $2 and b.group_id = t.group_id and b.about_id = t.person_id and b.done_at is null
        and e.group_id = b.group_id and e.number = b.event_number and e.type like 'time\\_off.%' and e.data->'id' = to_jsonb(t.id)`,
    values: [ctx.group.id, entry],
  })
}

/** Who was asked to cover a week of triage need not answer any more: it was given to another person. */
export async function settleDutyCover(ctx: Ctx, team: number, week: PlainDate): Promise<void> {
  await ctx.db.query({
    name: 'settle-duty-cover',
    text: `update inbox_items b set done_at = $2 from events e
      where b.group_id = $1 and b.team_id = $3 and b.done_at is null
        and e.group_id = b.group_id and e.number = b.event_number and e.type = 'duty.cover_asked' and e.data->>'weekOn' = $4`,
    values: [ctx.group.id, ctx.now, team, week],
  })
}

/** Marks as done what an event of some type asked about a subject and a day: it is answered. */
export async function settleKey(ctx: Ctx, type: EventType, key: string, day: PlainDate): Promise<void> {
  await ctx.db.query({
    name: 'settle-inbox-of-day',
    text: `update inbox_items b set done_at = $2 from events e
      where b.group_id = $1 and b.done_at is null and b.subject_key = $4
        and e.group_id = b.group_id and e.number = b.event_number and e.type = $3 and e.data->>'day' = $5`,
    values: [ctx.group.id, ctx.now, type, key, day],
  })
}
