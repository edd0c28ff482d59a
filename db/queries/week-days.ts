import type { Week } from '#lib/contract/week.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from './milestones.ts'

/** How many days before a milestone starts everyone in it is asked for their days. */
const AHEAD = 14

type Row = { slug: string; title: string; by: string | null; at: Date | null }

/**
 * The milestone in which the reader's days wait to be confirmed: the next one from two weeks before its start, or one for
 * which the engineering manager asked.
 */
export async function daysToConfirm(ctx: Ctx): Promise<Week['days']> {
  const today = todayOf(ctx)
  const { rows } = await ctx.db.query<Row>({
    name: 'week-days',
    text: `select m.slug, m.title, a.by, a.at from milestones m
      left join lateral (select coalesce(p.name, 'Saydo') as by, e.happened_at as at
        from events e left join people p on p.id = e.actor_id
        where e.group_id = m.group_id and e.subject_kind = 'milestone' and e.subject_key = m.id::text
          and e.type = 'capacity.asked' and e.data->'person'->>'id' = $2
        order by e.number desc limit 1) a on true
      where m.group_id = $1 and m.start_on is not null and m.closed_at is null and m.due_on >= $3
        and (a.at is not null or (m.start_on > $3 and m.start_on <= $4))
        and not exists (select from capacity_confirmations c
          where c.group_id = m.group_id and c.milestone_id = m.id and c.person_id = $2)
        and exists (select from memberships x
          where x.group_id = m.group_id and x.person_id = $2 and x.team_id is not null
            and x.from_on <= m.due_on and (x.to_on is null or x.to_on >= m.start_on))
      order by m.start_on limit 1`,
    values: [ctx.group.id, ctx.actor.id, today, addDays(today, AHEAD)],
  })
  const [row] = rows
  if (!row) return null
  const { slug, title, by, at } = row
  return {
    milestone: { slug, title },
    asked: by === null || at === null ? null : { by, at: at.toISOString() },
  }
}
