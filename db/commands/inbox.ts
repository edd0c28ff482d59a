import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type {
  doneWithInbox as done,
  snoozeInbox as snooze,
  watchIssue as watch,
} from '#lib/contract/inbox.ts'
import { snoozedUntil } from '#lib/domain/inbox-hours.ts'
import type { Ctx } from '../context.ts'
import { ownAct } from '../own-act.ts'
import { meOf } from './issues/dri.ts'
import { readSettings } from '../queries/settings.ts'
import { issueFacts } from '../queries/facts.ts'
import { readWatching } from '../queries/watching.ts'

// What is in an inbox is its owner's business: nobody is told what they did with it, so that there is no event.

/** Marks what is named, or all that waits now; what is put off waits on. */
export const doneWithInbox = (
  ctx: Ctx,
  { events, done: isDone = true }: InputOf<typeof done>,
): Promise<OutputOf<typeof done>> =>
  ownAct(ctx, async (ctx) => {
    const { rowCount } = await ctx.db.query({
      name: 'inbox-done',
      text: `update inbox_items set done_at = case when $4 then $3::timestamptz end
      where group_id = $1 and person_id = $2 and (done_at is null) = $4
        and (event_number = any($5::bigint[]) or ($5::bigint[] is null and coalesce(snoozed_until, at) <= $3))`,
      values: [ctx.group.id, meOf(ctx).id, ctx.now, isDone, events ?? null],
    })
    return { marked: rowCount ?? 0 }
  })

export const snoozeInbox = (
  ctx: Ctx,
  { events, until }: InputOf<typeof snooze>,
): Promise<OutputOf<typeof snooze>> =>
  ownAct(ctx, async (ctx) => {
    const me = meOf(ctx)
    const { zone } = await readSettings(ctx.db, me.id)
    const { rowCount } = await ctx.db.query({
      name: 'inbox-snooze',
      text: `update inbox_items set snoozed_until = $3 where group_id = $1 and person_id = $2 and done_at is null
      and event_number = any($4::bigint[])`,
      values: [ctx.group.id, me.id, until && snoozedUntil(until, ctx.now, zone ?? ctx.group.zone), events],
    })
    return { marked: rowCount ?? 0 }
  })

/** A row says what one asked for; without one, it follows from what one has to do with the issue. */
export const watchIssue = (
  ctx: Ctx,
  { ref, watching }: InputOf<typeof watch>,
): Promise<OutputOf<typeof watch>> =>
  ownAct(ctx, async (ctx) => {
    await issueFacts(ctx, ref)
    await ctx.db.query({
      name: 'watch-issue',
      text: `insert into watches (group_id, issue_number, person_id, muted, at) values ($1, $2, $3, $4, $5)
      on conflict (group_id, issue_number, person_id) do update set muted = excluded.muted, at = excluded.at`,
      values: [ctx.group.id, ref, meOf(ctx).id, !watching, ctx.now],
    })
    return readWatching(ctx, ref)
  })
