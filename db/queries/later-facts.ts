import type { StepEvent } from '#lib/domain/closing/steps.ts'
import { laterWords } from '#lib/domain/closing/later.ts'
import { may } from '#lib/domain/permissions.ts'
import { statusAmong } from '#lib/domain/undone-events.ts'
import type { Ctx } from '../context.ts'
import { bondsOf } from './ledger.ts'

export type LaterFact = { ref: number; title: string; text: string; at: string }

type Row = StepEvent & { title: string; undoes: number | null; cause: number | null }

/**
 * What came after the outcome of a milestone was frozen, to the issues of it that the reader may see, the newest first. It
 * changes no number. What the closing itself moved is no news.
 *
 * @param until excluded
 */
export async function laterFacts(ctx: Ctx, { id }: { id: string }, until: Date): Promise<LaterFact[]> {
  const [{ rows }, bonds] = await Promise.all([
    ctx.db.query<Row>({
      name: 'later-facts',
      text: `with frozen as (
          select max(f.number) as number, bool_or((f.data->>'early')::boolean) as early from events f
          where f.group_id = $1 and f.subject_kind = 'milestone' and f.subject_key = $2 and f.type = 'milestone.frozen'
            and not exists (select from events r where r.group_id = $1 and r.subject_kind = 'milestone' and r.subject_key = $2
              and r.type = 'milestone.reopened' and r.number > f.number and (r.data->>'unfrozen')::boolean))
        select e.number, e.type, e.issue_number as issue, i.title, e.happened_at as "happenedAt", e.data,
          (e.data->>'undoes')::int as undoes, (e.data->>'cause')::int as cause
        from milestone_outcomes o cross join frozen
        join issues i on i.group_id = o.group_id and i.number = o.issue_number and ($4 or not i.confidential)
        join events e on e.group_id = o.group_id and e.issue_number = o.issue_number
        where o.group_id = $1 and o.milestone_id = $2::int and e.happened_at < $3
          and (e.type in ('issue.closed', 'issue.reopened', 'issue.weighed', 'issue.milestone_set')
            or e.type = 'issue.moved' and e.data ?| array['closed', 'reopened'])
          and (e.number > frozen.number or not frozen.early and e.happened_at >= o.frozen_at)
          and not exists (select from events c where c.group_id = $1 and c.number = (e.data->>'cause')::int
            and c.type in ('milestone.closed', 'milestone.reopened'))
        order by e.happened_at desc, e.number desc`,
      values: [ctx.group.id, id, until, may(ctx.actor, 'see.confidential')],
    }),
    bondsOf(ctx.db, ctx.group.id),
  ])
  const events = rows.map(({ undoes, cause, ...event }) => ({
    ...event,
    ...(undoes === null ? {} : { undoes }),
    ...(cause === null ? {} : { cause }),
  }))
  const statusOf = statusAmong([...bonds, ...events])
  return events.flatMap((event) => {
    const text = statusOf(event) === 'counts' ? laterWords(event) : null
    return text === null
      ? []
      : [{ ref: event.issue ?? 0, title: event.title, text, at: event.happenedAt.toISOString() }]
  })
}
