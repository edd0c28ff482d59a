import type { AnyEvent } from '#lib/domain/events.ts'
import { may } from '#lib/domain/permissions.ts'
import { type Happened, LABEL_EVENTS, PLAN_EVENTS, touchesPlan } from '#lib/domain/sandbox/meanwhile.ts'
import type { Ctx } from '../context.ts'
import { EVENT_COLUMNS, type EventRow } from './event-rows.ts'
import { entryOf } from './events.ts'

type Box = { id: string; startOn: string; dueOn: string }
/** An event of the live plan; its sentence is null for readers who may not see it. */
export type LiveEvent = Happened & {
  number: number
  undoes: number | null
  at: Date
  sentence: string | null
}

/** So many events are looked through at most, the newest of them. */
const MOST = 2_000

/** What happened to the plan of a milestone after an event, by all people, in its order. */
export async function planEventsAfter(
  ctx: Ctx,
  box: Box,
  { after, refs }: { after: number; refs: ReadonlySet<number> },
): Promise<LiveEvent[]> {
  const { rows } = await ctx.db.query<EventRow>({
    name: 'sandbox-meanwhile',
    text: `${EVENT_COLUMNS} where e.group_id = $1 and e.number > $2 and e.type = any($3::text[])
      and (e.type <> all($5::text[]) or e.data ?| array['closed', 'reopened']
        or (e.data->'added') || (e.data->'removed') @> '[{"meaning": "deliverable"}]')
      order by e.number desc limit $4`,
    values: [ctx.group.id, after, PLAN_EVENTS, MOST, LABEL_EVENTS],
  })
  const seesAll = may(ctx.actor, 'see.confidential')
  return rows
    .toReversed()
    .map((row) => liveEvent(row, seesAll || !row.hidden))
    .filter((event) => touchesPlan(event, box, refs))
}

function liveEvent(row: EventRow, isShown: boolean): LiveEvent {
  const { number, type, data, at, issue } = row
  const undoes = data['undoes'] ? Number(data['undoes']) : null
  // safe because the database holds only what `record` wrote, whose types are those of the law
  const event = { type, data } as AnyEvent
  return { ...event, number, undoes, at, issue, sentence: isShown ? entryOf(row, true).sentence : null }
}
