import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listMyEvents as promise } from '#lib/contract/events.ts'
import type { AnyEvent } from '#lib/domain/events.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import { changedSince, whyNotUndo } from '#lib/domain/undo.ts'
import type { Ctx } from '../context.ts'
import type { EventRow } from './event-rows.ts'
import { entryOf, myRows } from './events.ts'

const MOST = 200
const ONE_DAY = 86_400_000

type Later = AnyEvent & { number: number; actorId: string | null; actorName: string; issue: number | null }

/** What the reader did in the last day, and whether each act can be taken back as things are now. */
export async function listMyEvents(ctx: Ctx): Promise<OutputOf<typeof promise>> {
  const mine = await myRows(ctx, new Date(ctx.now.getTime() - ONE_DAY), MOST)
  const later = await laterOn(ctx, mine)
  return { items: mine.map((row) => ({ ...entryOf(row, true), whyNotUndo: whyNot(ctx, row, later) })) }
}

/** Everything that happened to those issues since, whoever did it. */
async function laterOn(ctx: Ctx, mine: readonly EventRow[]): Promise<Later[]> {
  const first = mine.at(-1)
  if (!first) return []
  const { rows } = await ctx.db.query<Later>({
    name: 'events-later-on',
    text: `select e.number, e.type, e.data, e.actor_id as "actorId", coalesce(p.name, 'The clock') as "actorName",
        e.issue_number as issue
      from events e left join people p on p.id = e.actor_id
      where e.group_id = $1 and e.number > $2 and e.issue_number = any($3::int[]) order by e.number`,
    values: [ctx.group.id, first.number, mine.flatMap(({ issue }) => issue ?? [])],
  })
  return rows
}

function whyNot(ctx: Ctx, row: EventRow, later: readonly Later[]): string | null {
  // safe because the database holds only what `record` wrote, whose types are those of the law
  const event = { type: row.type, data: row.data } as AnyEvent
  const act: Later = { ...event, ...whose(row), actorId: ctx.actor.id }
  const refusal =
    whyNotAllowed(ctx.actor, 'issue.edit') ??
    whyNotUndo({ type: act.type, mine: true, at: row.at, now: ctx.now })
  if (refusal) return refusal.because
  if (row.issue === null) return 'This act cannot be taken back in one step.'
  const since = changedSince(act, later)
  if (!since) return null
  const who = since.actorId === ctx.actor.id ? 'You' : since.actorName
  return `${who} changed the same thing since: it stays as it is now.`
}

const whose = ({ number, actorName, issue }: EventRow) => ({ number, actorName, issue })
