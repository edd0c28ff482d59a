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
import { quietOf, UNANSWERED } from '../queries/inbox.ts'
import { readSettings } from '../queries/settings.ts'
import { issueFacts } from '../queries/facts.ts'
import { readWatching } from '../queries/watching.ts'

// What is in an inbox is its owner's business: no one else learns what they did with it, so that there is no event.

/**
 * Marks what is named, or all that waits now; what is put off waits on. Handbook › Acknowledgement of Pings: "please
 * acknowledge it with either a threaded comment or an emoji", so that a mention without an answer stays, and
 * so does a hand-over.
 */
export const doneWithInbox = (
  ctx: Ctx,
  { events, done: isDone = true }: InputOf<typeof done>,
): Promise<OutputOf<typeof done>> =>
  ownAct(ctx, async (ctx) => {
    const { before } = await quietOf(ctx)
    const { rows } = await ctx.db.query<{ event: number; stays: boolean }>({
      name: 'inbox-done',
      text: `with meant as (
        select b.event_number, $4 and ${UNANSWERED} as stays from inbox_items b
          join events e on e.group_id = b.group_id and e.number = b.event_number
          where b.group_id = $1 and b.person_id = $2 and (b.done_at is null) = $4 and (b.event_number = any($5::bigint[])
            or ($5::bigint[] is null and coalesce(b.snoozed_until, b.at) <= $6 and b.at <= $6)) for update of b),
      marked as (update inbox_items b set done_at = case when $4 then $3::timestamptz end from meant
        where b.group_id = $1 and b.person_id = $2 and b.event_number = meant.event_number and not meant.stays)
      select event_number as event, stays from meant order by event_number`,
      values: [ctx.group.id, meOf(ctx).id, ctx.now, isDone, events ?? null, before],
    })
    return {
      events: rows.filter(({ stays }) => !stays).map(({ event }) => Number(event)),
      stayed: rows.filter(({ stays }) => stays).length,
    }
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
      text: `insert into watches (group_id, subject_kind, subject_number, person_id, muted, at)
      values ($1, 'issue', $2, $3, $4, $5) on conflict (group_id, subject_kind, subject_number, person_id)
      do update set muted = excluded.muted, at = excluded.at`,
      values: [ctx.group.id, ref, meOf(ctx).id, !watching, ctx.now],
    })
    return readWatching(ctx, ref)
  })
