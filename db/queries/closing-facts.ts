import type { Condition } from '#lib/domain/closing/assigned.ts'
import type { CloseReason } from '#lib/domain/issues.ts'
import type { LabelFact } from '#lib/domain/labels.ts'
import type { Ctx } from '../context.ts'
import { SPLIT } from './issue-sql.ts'
import { SLIPS } from './slips.ts'

/** An issue as the closing of a milestone looks at it. */
export type ClosingFacts = {
  ref: number
  title: string
  state: 'open' | 'closed'
  closeReason: CloseReason | null
  weight: number | null
  split: boolean
  /** Whether it is in the milestone now. */
  here: boolean
  team: { id: string; slug: string; name: string } | null
  dri: { id: string; handle: string; name: string } | null
  assignees: string[]
  labels: LabelFact[]
  /** Before this milestone. */
  slips: number
  blockedNow: boolean
  /** Days, within the milestone. */
  blockedDays: number
  /** Working days of most, Monday to Friday, on which the DRI was away within the milestone. */
  awayDays: number
}

type Asked = {
  milestone: string
  refs: readonly number[]
  span: Pick<Condition, 'from' | 'to'>
  days: { startOn: string; dueOn: string }
}

/** All open issues of a milestone, and those of `refs`, wherever they are by now. */
export async function closingFacts(
  ctx: Ctx,
  { milestone, refs, span, days }: Asked,
): Promise<ClosingFacts[]> {
  const { rows } = await ctx.db.query<ClosingFacts>({
    name: 'closing-facts',
    text: `select i.number as ref, i.title, i.state, i.close_reason as "closeReason", i.weight, ${SPLIT} as split,
        coalesce(i.milestone_id = $2, false) as here, ${SLIPS} - (select count(*)::int from milestone_outcomes o where o.group_id = i.group_id
          and o.issue_number = i.number and o.milestone_id = $2 and o.outcome = 'slipped') as slips,
        (select jsonb_build_object('id', t.id::text, 'slug', t.slug, 'name', t.name) from functional_teams t
          where t.group_id = i.group_id and t.id = i.team_id) as team,
        (select jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name) from people p where p.id = i.dri_id) as dri,
        array(select a.person_id from issue_assignees a where a.group_id = i.group_id and a.issue_number = i.number
          order by a.added_at) as assignees,
        coalesce((select jsonb_agg(jsonb_build_object('id', k.id::text, 'title', k.title, 'meaning', k.meaning) order by k.id)
          from issue_labels l join labels k on k.group_id = l.group_id and k.id = l.label_id
          where l.group_id = i.group_id and l.issue_number = i.number), '[]') as labels,
        exists (select from blocks b where b.group_id = i.group_id and b.issue_number = i.number and b.until_at is null)
          as "blockedNow",
        (select coalesce(round(extract(epoch from sum(least(coalesce(b.until_at, $5), $5) - greatest(b.since_at, $4))) / 86400), 0)::int
          from blocks b where b.group_id = i.group_id and b.issue_number = i.number
            and b.since_at < $5 and coalesce(b.until_at, $5) > $4) as "blockedDays",
        (select count(*)::int from time_off o,
            generate_series(greatest(o.from_on, $6::date), least(o.to_on, $7::date), interval '1 day') as day
          where o.group_id = i.group_id and o.person_id = i.dri_id and o.removed_at is null
            and o.from_on <= $7::date and o.to_on >= $6::date and extract(isodow from day) < 6) as "awayDays"
      from issues i
      where i.group_id = $1 and i.kind = 'issue' and (i.milestone_id = $2 and i.state = 'open' or i.number = any($3::int[]))
      order by i.rank`,
    values: [ctx.group.id, Number(milestone), refs, span.from, span.to, days.startOn, days.dueOn],
  })
  return rows
}
