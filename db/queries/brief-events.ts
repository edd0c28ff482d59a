import type { Brief } from '#lib/contract/briefs.ts'
import type { SayDoItem } from '#lib/contract/say-do.ts'
import { isNews, NEWS_OF_ISSUES, NEWS_OF_MILESTONE } from '#lib/domain/briefs.ts'
import type { AnyEvent } from '#lib/domain/events.ts'
import { may } from '#lib/domain/permissions.ts'
import { type Bound, statusAmong } from '#lib/domain/undone-events.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { EVENT_COLUMNS, type EventRow, seenBy } from './event-rows.ts'
import { entryOf } from './events.ts'
import { bondsOf } from './ledger.ts'
import type { Box } from './say-do-ledger.ts'

type Redated = Brief['moved']['redated'][number]

export type BriefEvents = {
  /** The latest first, at most `MOST`. */
  news: Brief['news']
  redated: Redated[]
}

/** A page has room for no more; the activity of the group has all. */
const MOST = 60

/** What happened to a milestone and to what it promised, as far as the reader may see it; what was taken back did not happen. */
export async function briefEvents(ctx: Ctx, box: Box, items: readonly SayDoItem[]): Promise<BriefEvents> {
  const [{ rows }, bonds] = await Promise.all([
    ctx.db.query<EventRow>({
      name: 'brief-events',
      text: `${EVENT_COLUMNS} where e.group_id = $1 and ${seenBy('$6')} and (
          e.issue_number = any($2::int[]) and e.type = any($3::text[]) and ($7::timestamptz is null or e.at <= $7)
          or e.subject_kind <> 'issue' and e.subject_kind = 'milestone' and e.subject_key = $4 and e.type = any($5::text[]))
        order by e.number desc`,
      values: [
        ctx.group.id,
        items.map(({ ref }) => ref),
        [...NEWS_OF_ISSUES],
        box.id,
        [...NEWS_OF_MILESTONE],
        may(ctx.actor, 'see.confidential'),
        box.frozenAt,
      ],
    }),
    bondsOf(ctx.db, ctx.group.id),
  ])
  const statusOf = statusAmong([...bonds, ...rows.map(boundOf)])
  const told = rows.filter((row) => statusOf(boundOf(row)) === 'counts')
  return {
    news: told
      .filter(({ type, data }) => isNews(type, data))
      .slice(0, MOST)
      .map((row) => newsOf(row)),
    redated: told.flatMap((row) => redatedBy(ctx, box, items, row)),
  }
}

function boundOf({ number, type, data }: EventRow): Bound {
  const { undoes, cause } = data
  return {
    number,
    // safe because the database holds only what `record` wrote, whose types are those of the law
    type: type as Bound['type'],
    data,
    ...(typeof undoes === 'number' ? { undoes } : {}),
    ...(typeof cause === 'number' ? { cause } : {}),
  }
}

function newsOf(row: EventRow): Brief['news'][number] {
  const { sentence, at } = entryOf(row, true)
  return { ref: row.issue, title: row.issueTitle, text: sentence, at }
}

// safe because the database holds only what `record` wrote, whose types are those of the law
const eventOf = ({ type, data }: EventRow) => ({ type, data }) as AnyEvent

/** Days that changed once the milestone had started, and due dates of what it promised from then on. */
function redatedBy(ctx: Ctx, box: Box, items: readonly SayDoItem[], row: EventRow): Redated[] {
  const event = eventOf(row)
  const on = dayIn(ctx.group.zone, row.at)
  if (event.type === 'milestone.edited') {
    const { from, to } = event.data
    const isSame = from.startOn === to.startOn && from.dueOn === to.dueOn
    if (isSame || from.startOn === null || on < from.startOn) return []
    const days = ({ startOn, dueOn }: typeof from) => ({ startOn, dueOn })
    return [{ ref: null, title: to.title, from: days(from), to: days(to), on }]
  }
  const item = items.find(({ ref }) => ref === row.issue)
  if (event.type !== 'issue.due_set' || !item) return []
  if (on < box.startOn || row.at < new Date(item.enteredAt)) return []
  const due = (dueOn: string | null) => ({ startOn: null, dueOn })
  return [{ ref: item.ref, title: item.title, from: due(event.data.from), to: due(event.data.to), on }]
}
