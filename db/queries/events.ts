import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { EventEntry, listEvents as endpoint } from '#lib/contract/events.ts'
import type { AnyEvent } from '#lib/domain/events.ts'
import { nounsOf } from '#lib/domain/event-nouns.ts'
import { narrate } from '#lib/domain/narration.ts'
import { may } from '#lib/domain/permissions.ts'
import { Failure } from '#lib/kit/failure.ts'
import { isPlainDate } from '#lib/kit/plain-date.ts'
import { endOfDay, startOfDay } from '#lib/kit/zone.ts'
import { authorise, type Ctx } from '../context.ts'
import { withLongTimeout } from '../transaction.ts'
import { ACT } from './acts.ts'
import { type Chain, verifyChain } from './chain.ts'
import { EVENT_COLUMNS, type EventRow, seenBy, visibleRow } from './event-rows.ts'

export async function lastEvent(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.query<{ number: number }>({
    name: 'last-event',
    text: 'select last_event as number from group_counters where group_id = $1',
    values: [ctx.group.id],
  })
  return rows[0]?.number ?? 0
}

/** Events after a number, in their order; what the reader may not see is marked hidden. */
export async function eventsAfter(ctx: Ctx, after: number, limit: number): Promise<EventRow[]> {
  const { rows } = await ctx.db.query<EventRow>({
    name: 'events-after',
    text: `${EVENT_COLUMNS} where e.group_id = $1 and e.number > $2 order by e.number limit $3`,
    values: [ctx.group.id, after, limit],
  })
  return rows
}

/**
 * What the reader did after a moment, the newest `limit` acts before the act `before`, on issues that they may still
 * see; event by event, the newest first.
 */
export async function myRows(
  ctx: Ctx,
  { after, before, limit }: { after: Date; before: number | null; limit: number },
): Promise<EventRow[]> {
  const mine = `e.group_id = $1 and e.actor_id = $2 and e.at > $3 and e.number > coalesce((select number from events
      where group_id = $1 and at <= $3 order by number desc limit 1), 0)`
  const { rows } = await ctx.db.query<EventRow>({
    name: 'my-events',
    text: `with page as (select distinct ${ACT} as act from events e
        where ${mine} and ($5::bigint is null or ${ACT} < $5) and ($4 or not exists (select from issues c
          where c.group_id = e.group_id and c.number = e.issue_number and c.confidential))
        order by act desc limit $6)
      ${EVENT_COLUMNS} where ${mine} and ${ACT} in (select act from page)
        and ${seenBy('$4')}
      order by ${ACT} desc, e.number`,
    values: [ctx.group.id, ctx.actor.id, after, may(ctx.actor, 'see.confidential'), before, limit],
  })
  return rows.map((row) => visibleRow(row, may(ctx.actor, 'see.confidential')))
}

/** Newest first. The cursor is the number of the last event shown. */
export async function listEvents(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const limit = input.limit ?? 50
  if (input.day !== undefined && !isPlainDate(input.day)) throw new Failure('invalid', 'day: Not a date.')
  const { rows } = await ctx.db.query<EventRow>(
    `${EVENT_COLUMNS} where e.group_id = $1 and ($2::int is null or e.issue_number = $2) and ($3::bigint is null or e.number < $3)
      and ${seenBy('$4')}
        and ($6::text is null or coalesce(p.handle, 'clock') = $6)
        and ($7::text[] is null or split_part(e.type, '.', 1) = any($7))
        and ($8::timestamptz is null or e.at >= $8) and ($9::timestamptz is null or e.at < $9)
      order by e.number desc limit $5`,
    [
      ctx.group.id,
      input.issue ?? null,
      input.cursor ?? null,
      may(ctx.actor, 'see.confidential'),
      limit + 1,
      input.actor ?? null,
      input.about ? nounsOf(input.about) : null,
      input.day ? startOfDay(ctx.group.zone, input.day) : null,
      input.day ? endOfDay(ctx.group.zone, input.day) : null,
    ],
  )
  const page = rows.slice(0, limit).map((row) => visibleRow(row, may(ctx.actor, 'see.confidential')))
  const more = rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.map((row) => entryOf(row, input.issue === undefined)),
    next: more ? String(more.number) : null,
  }
}

/** Reads the whole ledger, so that it is for those who run the group. @throws forbidden for everybody else */
export async function checkChain(ctx: Ctx): Promise<Chain> {
  authorise(ctx, 'group.administer')
  return withLongTimeout(ctx, (db) => verifyChain(db, ctx.group.id))
}

/** What happened to an issue after an event, as sentences. */
export async function sentencesAfter(ctx: Ctx, issue: number, after: number): Promise<string[]> {
  const { rows } = await ctx.db.query<EventRow>(
    `${EVENT_COLUMNS} where e.group_id = $1 and e.issue_number = $2 and e.number > $3 order by e.number`,
    [ctx.group.id, issue, after],
  )
  return rows.map((row) => entryOf(row, false).sentence)
}

export function entryOf(row: EventRow, inFeed: boolean): EventEntry {
  const { number, type, actor, actorName, issue, issueTitle } = row
  // safe because the database holds only what `record` wrote, whose types are those of the law
  const event = { type, data: row.data } as AnyEvent
  const sentence = narrate({
    ...event,
    actorName,
    ...(inFeed && issue !== null ? { subject: `#${issue}` } : {}),
  })
  return { number, type, at: row.at.toISOString(), actor, actorName, issue, issueTitle, sentence }
}
