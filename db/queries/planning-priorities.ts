import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listPriorities as endpoint } from '#lib/contract/planning-issue.ts'
import type { PriorityData } from '#lib/domain/events/planning-issue.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'
import { planningBox } from './planning-blocks.ts'
import { planningOf } from './planning-issue.ts'

type Row = Omit<PriorityData, 'teams'> & {
  title: string
  confidential: boolean
  /** Those that are there still. */
  teams: { id: string; name: string; slug: string }[]
}

/** The priorities as they were entered, in their order. */
export async function prioritiesOf(ctx: Ctx, milestone: number): Promise<Row[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'planning-priorities-entered',
    text: `select case when r.epic_number is null then 'issue' else 'epic' end as kind, coalesce(r.issue_number, r.epic_number) as number,
        r.goal, coalesce(i.title, e.title) as title, coalesce(i.confidential, false) as confidential,
        coalesce((select jsonb_agg(jsonb_build_object('id', t.id::text, 'name', t.name, 'slug', t.slug) order by t.position, t.id)
          from functional_teams t where t.group_id = r.group_id and t.id = any(r.team_ids)), '[]') as teams
      from planning_priorities r
      left join issues i on i.group_id = r.group_id and i.number = r.issue_number
      left join epics e on e.group_id = r.group_id and e.number = r.epic_number
      where r.group_id = $1 and r.milestone_id = $2 order by r.position`,
    values: [ctx.group.id, milestone],
  })
  return rows
}

export async function listPriorities(
  ctx: Ctx,
  { milestone }: { milestone: string },
): Promise<OutputOf<typeof endpoint>> {
  const id = Number((await planningBox(ctx, milestone)).id)
  const all = (await planningOf(ctx, id)) ? await prioritiesOf(ctx, id) : []
  const shown = all.filter(({ confidential }) => may(ctx.actor, 'see.confidential') || !confidential)
  return {
    items: shown.map(({ kind, number, title, goal, teams }) => ({
      kind,
      number,
      title,
      goal,
      teams: teams.map(({ slug }) => slug),
    })),
    notShown: all.length - shown.length,
  }
}
