import type { SayDoItem } from '#lib/contract/say-do.ts'
import type { MilestoneOutcome, SlipReason } from '#lib/domain/closing/reasons.ts'
import type { WorkType } from '#lib/domain/labels.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Commitment } from '#lib/domain/say-do/parts.ts'
import type { Ctx } from '../context.ts'

/** What an issue adds to Say/Do of its milestone. `shown`: the reader may see it. */
export type SayDoRow = Commitment & {
  reason: SlipReason | null
  team: { slug: string; name: string } | null
  type: WorkType | null
  shown: boolean
}

/** The same with all that is told of it in its milestone. */
export type SayDoDetail = SayDoRow &
  Pick<SayDoItem, 'title' | 'dri' | 'firstWeight' | 'text' | 'pushBack' | 'slips' | 'destination'> & {
    enteredAt: Date
    closedAt: Date | null
    /** On the Build Board and open. */
    open: boolean
  }

const OUTCOME = `o.issue_number as ref, o.weight, o.assigned_at_start as "atStart", o.outcome, s.slip_reason as reason,
  case when t.id is not null then jsonb_build_object('slug', t.slug, 'name', t.name) end as team,
  o.work_type as type, ($3 or not i.confidential) as shown`

const FROM = `milestone_outcomes o
  join issues i on i.group_id = o.group_id and i.number = o.issue_number
  left join milestone_slips s on s.group_id = o.group_id and s.milestone_id = o.milestone_id and s.issue_number = o.issue_number
  left join functional_teams t on t.group_id = o.group_id and t.id = o.team_id`

/** Why it was pushed back: the last that was said before the end and stood then. */
export const PUSH_BACK = `(select e.data->>'reason' from events e
  where e.group_id = o.group_id and e.issue_number = o.issue_number and e.type in ('issue.pushed_back', 'push_back.decided')
    and o.outcome = 'reprioritised' and coalesce(e.data->'left'->>'id', e.data->'milestone'->>'id') = o.milestone_id::text
    and e.happened_at <= o.frozen_at
    and not exists (select from events u
      where u.group_id = e.group_id and u.issue_number = e.issue_number and u.number > e.number
        and u.data->>'undoes' = e.data->>'cause' and u.happened_at <= o.frozen_at)
  order by e.number desc limit 1)`

/** What was frozen of these milestones, by milestone: nothing of it is computed from the cards of today. */
export async function frozenRows(
  ctx: Ctx,
  milestones: readonly { id: string }[],
): Promise<Map<string, SayDoRow[]>> {
  type Row = SayDoRow & { milestone: string; outcome: MilestoneOutcome }
  const { rows } = await ctx.db.query<Row>({
    name: 'say-do-frozen',
    text: `select o.milestone_id::text as milestone, ${OUTCOME} from ${FROM}
      where o.group_id = $1 and o.milestone_id = any($2::int[]) order by o.issue_number`,
    values: [ctx.group.id, milestones.map(({ id }) => Number(id)), may(ctx.actor, 'see.confidential')],
  })
  return Map.groupBy(rows, ({ milestone }) => milestone)
}

/** The same of one milestone, with everything that its page tells. */
export async function frozenDetails(ctx: Ctx, { id }: { id: string }): Promise<SayDoDetail[]> {
  const { rows } = await ctx.db.query<Omit<SayDoDetail, 'open'>>({
    name: 'say-do-frozen-details',
    text: `select ${OUTCOME}, i.title, o.first_weight as "firstWeight", o.entered_at as "enteredAt",
        coalesce(s.slip_text, '') as text, ${PUSH_BACK} as "pushBack",
        case when p.id is not null then jsonb_build_object('handle', p.handle, 'name', p.name) end as dri,
        case when s.destination_kind is not null
          then jsonb_build_object('kind', s.destination_kind, 'title', d.title) end as destination,
        (select max(e.happened_at) from events e where e.group_id = o.group_id and e.issue_number = o.issue_number
          and (e.type = 'issue.closed' or e.type = 'issue.moved' and e.data->>'closed' is not null)
          and e.happened_at <= o.frozen_at and o.outcome = 'completed') as "closedAt",
        (select count(*)::int from milestone_outcomes x
          join milestones m on m.group_id = x.group_id and m.id = x.milestone_id
          where x.group_id = o.group_id and x.issue_number = o.issue_number and x.outcome = 'slipped'
            and m.due_on <= (select own.due_on from milestones own where own.group_id = o.group_id and own.id = o.milestone_id)
        ) as slips
      from ${FROM}
      left join people p on p.id = o.dri_id
      left join milestones d on d.group_id = o.group_id and d.id = s.destination_id
      where o.group_id = $1 and o.milestone_id = any($2::int[]) order by o.issue_number`,
    values: [ctx.group.id, [Number(id)], may(ctx.actor, 'see.confidential')],
  })
  return rows.map((row) => ({ ...row, open: false }))
}

/** By milestone, how many were assigned and completed; only of those of which anything is frozen. */
export async function frozenCounts(
  ctx: Ctx,
  milestones: readonly { id: string }[],
): Promise<Map<string, { said: number; done: number }>> {
  const { rows } = await ctx.db.query<{ milestone: string; said: number; done: number }>({
    name: 'say-do-counts',
    text: `select o.milestone_id::text as milestone, count(*)::int as said,
        (count(*) filter (where o.outcome = 'completed'))::int as done
      from milestone_outcomes o where o.group_id = $1 and o.milestone_id = any($2::int[]) group by o.milestone_id`,
    values: [ctx.group.id, milestones.map(({ id }) => Number(id))],
  })
  return new Map(rows.map(({ milestone, ...counts }) => [milestone, counts]))
}
