import type { OutcomeRow, Outcomes } from '#lib/contract/closing.ts'
import { reopenUntil, whyNotReopen } from '#lib/domain/closing/rules.ts'
import { may } from '#lib/domain/permissions.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { sumsOf } from './closing.ts'
import { milestoneFacts, type MilestoneRow, milestonesOf } from './milestones.ts'
import { PUSH_BACK } from './say-do-frozen.ts'

type Row = Omit<OutcomeRow, 'enteredAt'> & { enteredAt: Date; shown: boolean }

/** What became of what was assigned in a milestone that is over; sums are the group's, the list is the reader's. */
export async function listOutcomes(ctx: Ctx, { milestone: slug }: { milestone: string }): Promise<Outcomes> {
  const milestone = (await milestonesOf(ctx)).find((one) => one.slug === slug)
  if (!milestone) throw notFound(`The milestone “${slug}”`)
  const [rows, closedBy] = await Promise.all([rowsOf(ctx, milestone), closerOf(ctx, milestone)])
  const items = rows.filter(({ shown }) => shown)
  return {
    milestone: milestoneFacts(milestone),
    closedAt: milestone.closedAt,
    frozenAt: milestone.frozenAt,
    closedBy,
    reopenUntil:
      milestone.closedAt === null || whyNotReopen(milestone, ctx.now)
        ? null
        : reopenUntil(new Date(milestone.closedAt)).toISOString(),
    // What was split weighs 0 in its row.
    sums: sumsOf(rows.map(({ outcome, weight }) => ({ outcome, weight, split: false }))),
    items: items.map(asTold),
    notShown: rows.length - items.length,
  }
}

const asTold = ({ shown: _shown, enteredAt, ...row }: Row): OutcomeRow => ({
  ...row,
  enteredAt: enteredAt.toISOString(),
})

async function rowsOf(ctx: Ctx, { id }: MilestoneRow): Promise<Row[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'outcomes',
    text: `select o.issue_number as ref, i.title, o.weight, t.name as team,
        case when p.id is not null then jsonb_build_object('handle', p.handle, 'name', p.name) end as dri,
        o.assigned_at_start as "atStart", o.entered_at as "enteredAt", o.outcome,
        o.first_weight as "firstWeight", o.work_type as type,
        case when s.destination_kind is not null then jsonb_build_object('kind', s.destination_kind, 'title', d.title) end as destination,
        s.slip_reason as reason, coalesce(s.slip_text, '') as text, ${PUSH_BACK} as "pushBack", ($3 or not i.confidential) as shown
      from milestone_outcomes o
      join issues i on i.group_id = o.group_id and i.number = o.issue_number
      left join milestone_slips s on s.group_id = o.group_id and s.milestone_id = o.milestone_id and s.issue_number = o.issue_number
      left join functional_teams t on t.group_id = o.group_id and t.id = o.team_id
      left join people p on p.id = o.dri_id
      left join milestones d on d.group_id = o.group_id and d.id = s.destination_id
      where o.group_id = $1 and o.milestone_id = $2
      order by array_position(array['slipped', 'reprioritised', 'completed'], o.outcome), o.issue_number`,
    values: [ctx.group.id, Number(id), may(ctx.actor, 'see.confidential')],
  })
  return rows
}

/** Who closed it, by the last event that says so. */
async function closerOf(ctx: Ctx, { id, closedAt }: MilestoneRow): Promise<string | null> {
  if (closedAt === null) return null
  const { rows } = await ctx.db.query<{ name: string }>({
    name: 'closed-by',
    text: `select coalesce(p.name, 'The clock') as name from events e left join people p on p.id = e.actor_id
      where e.group_id = $1 and e.subject_kind = 'milestone' and e.subject_key = $2 and e.type = 'milestone.closed'
      order by e.number desc limit 1`,
    values: [ctx.group.id, id],
  })
  return rows[0]?.name ?? null
}
