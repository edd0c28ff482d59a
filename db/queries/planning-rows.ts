import type { DeliverableRow, PriorityRow } from '#lib/domain/planning-issue/blocks.ts'
import { epicStatus, issueStatus } from '#lib/domain/planning-issue/status.ts'
import type { CloseReason } from '#lib/domain/issues.ts'
import type { Ctx } from '../context.ts'
import { deliverableLabels } from './capacity-work.ts'
import { holdsMeaning, SPLIT, WORKFLOW } from './issue-sql.ts'

type IssueState = { state: 'open' | 'closed'; closeReason: CloseReason | null; workflow: string }
type Confidential = { confidential: boolean }

/** A Deliverable with what sums need of it. `slug` is of its team. */
export type Picked = Omit<DeliverableRow, 'status'> &
  IssueState &
  Confidential & { slug: string | null; split: boolean; assignees: string[] }

/** Everybody's, also what the reader may not see: sums are the group's. In the order of the Planning Board. */
export async function deliverablesIn(ctx: Ctx, milestone: number): Promise<Picked[]> {
  const { rows } = await ctx.db.query<Picked>({
    name: 'planning-deliverables',
    text: `select i.number as ref, i.title, t.name as team, t.slug, i.weight, ${SPLIT} as split, i.confidential,
        (select jsonb_build_object('handle', p.handle, 'name', p.name) from people p where p.id = i.dri_id) as dri,
        array(select p.handle from issue_assignees a join people p on p.id = a.person_id
          where a.group_id = i.group_id and a.issue_number = i.number order by a.added_at, p.id) as assignees,
        i.state, i.close_reason as "closeReason", ${WORKFLOW} as workflow
      from issues i left join functional_teams t on t.group_id = i.group_id and t.id = i.team_id
      where i.group_id = $1 and i.kind = 'issue' and i.milestone_id = $2 and (i.state = 'open' or i.close_reason = 'done')
        and ${holdsMeaning('deliverable')}
        and array(select label_id from issue_labels x where x.group_id = i.group_id and x.issue_number = i.number) @> $3::int[]
      order by t.position nulls last, t.id, i.plan_rank`,
    values: [ctx.group.id, milestone, (await deliverableLabels(ctx)).map(Number)],
  })
  return rows
}

export const deliverableRow = ({ ref, title, team, weight, dri, ...state }: Picked): DeliverableRow => ({
  ref,
  title,
  team,
  weight,
  dri,
  status: issueStatus(state),
})

type Subject = Pick<PriorityRow, 'kind' | 'number' | 'title' | 'goal' | 'dri' | 'teams'> &
  Confidential & {
    own: PriorityRow['teams']
    state: 'open' | 'closed'
    closeReason: CloseReason | null
    workflow: string
    done: number
    open: number
  }

const TEAM = `jsonb_build_object('slug', t.slug, 'name', t.name)`
const PERSON = `jsonb_build_object('handle', p.handle, 'name', p.name)`

/** The priorities of a milestone in their order, each with what may be seen of it told apart by `confidential`. */
export async function prioritiesIn(ctx: Ctx, milestone: number): Promise<(PriorityRow & Confidential)[]> {
  const { rows } = await ctx.db.query<Subject>({
    name: 'planning-priorities',
    text: `select case when r.epic_number is null then 'issue' else 'epic' end as kind, coalesce(r.issue_number, r.epic_number) as number,
        coalesce(i.title, e.title) as title, r.goal, coalesce(i.confidential, false) as confidential,
        (select ${PERSON} from people p where p.id = coalesce(i.dri_id, e.tech_lead_id)) as dri,
        coalesce((select jsonb_agg(${TEAM} order by t.position, t.id) from functional_teams t
          where t.group_id = r.group_id and t.id = any(r.team_ids)), '[]') as teams,
        coalesce((select jsonb_agg(${TEAM} order by t.position, t.id) from functional_teams t
          where t.group_id = r.group_id and (t.id = i.team_id or t.id in (select o.team_id from issues o
            where o.group_id = r.group_id and o.epic_number = r.epic_number and o.kind = 'issue'))), '[]') as own,
        case when coalesce(i.state, 'open') = 'closed' or e.closed_at is not null then 'closed' else 'open' end as state,
        i.close_reason as "closeReason", ${WORKFLOW} as workflow,
        (select count(*)::int from issues o where o.group_id = r.group_id and o.epic_number = r.epic_number and o.kind = 'issue'
          and o.close_reason = 'done') as done,
        (select count(*)::int from issues o where o.group_id = r.group_id and o.epic_number = r.epic_number and o.kind = 'issue'
          and o.state = 'open') as open
      from planning_priorities r
      left join issues i on i.group_id = r.group_id and i.number = r.issue_number
      left join epics e on e.group_id = r.group_id and e.number = r.epic_number
      where r.group_id = $1 and r.milestone_id = $2 order by r.position`,
    values: [ctx.group.id, milestone],
  })
  return rows.map(({ own, teams, state, closeReason, workflow, done, open, ...row }) => ({
    ...row,
    teams: teams.length > 0 ? teams : own,
    status:
      row.kind === 'issue'
        ? issueStatus({ state, closeReason, workflow })
        : epicStatus({ closed: state === 'closed', done, open }),
  }))
}

export const priorityRow = ({
  kind,
  number,
  title,
  teams,
  goal,
  dri,
  status,
}: PriorityRow & Confidential): PriorityRow => ({ kind, number, title, teams, goal, dri, status })
