import type { Week } from '#lib/contract/week.ts'
import { may } from '#lib/domain/permissions.ts'
import { isActive, type State, stateTitle } from '#lib/domain/workflow.ts'
import type { Ctx } from '../context.ts'
import { capacityFor } from './boards.ts'
import { UNWEIGHTED } from './finding-sql.ts'
import { reportIssues } from './issue-report.ts'
import { holdsMeaning, OWN, WEIGHT, WORKFLOW } from './issue-sql.ts'
import { type MilestoneRow, timeboxes } from './milestones.ts'

type Lead = NonNullable<Week['lead']>

/** What whoever leads looks after: work that drifts, what the rules find in open issues, how much is said. */
export async function leadOf(ctx: Ctx): Promise<Lead> {
  const { current, next } = await timeboxes(ctx)
  const [drift, report, milestone] = await Promise.all([
    driftIn(
      ctx,
      [current, next].flatMap((box) => (box ? Number(box.id) : [])),
    ),
    reportIssues(ctx),
    current && saidOf(ctx, current),
  ])
  return {
    drift,
    open: report.open,
    toMend: report.issues,
    findings: report.findings.map(({ name, issues }) => ({ name, total: issues.length })),
    milestone,
  }
}

type Drift = {
  ref: number
  title: string
  driven: boolean
  driGone: boolean
  askedGone: boolean
  state: State | 'none'
  /** The DRI's name, where they were taken off the assignees, others work on it, and they drive it still. */
  passed: string | null
}

/** Handbook › DRIs: "a single named DRI" for all that is actively worked on, and reassigned "not by drift". */
function driftOf({ driven, driGone, askedGone, state, passed }: Drift): string | null {
  if (driGone) return 'Its DRI is no longer in the group.'
  if (askedGone) return 'The person asked to take over is no longer in the group.'
  if (passed !== null) return `Others work on it, and ${passed} is still its DRI.`
  if (driven || state === 'none' || !isActive(state)) return null
  const title = stateTitle(state)
  return `${title.charAt(0).toUpperCase()}${title.slice(1)} without a DRI.`
}

const gone = (person: string) => `${person} not in (select person_id from group_roles where group_id = $1)`

/**
 * The open issues of milestones by what may let them drift. A state is looked up where nobody drives the issue, the ledger
 * where others work on it.
 *
 * @param milestones ids, in the order in which their issues are to be told
 */
async function driftIn(ctx: Ctx, milestones: readonly number[]): Promise<Lead['drift']> {
  const { rows } = await ctx.db.query<Drift>({
    name: 'drift',
    text: `select i.number as ref, i.title, i.dri_id is not null as driven, coalesce(${gone('i.dri_id')}, false) as "driGone",
        exists (select from hand_overs h where h.group_id = i.group_id and h.issue_number = i.number and h.outcome is null
          and ${gone('h.to_id')}) as "askedGone",
        case when i.dri_id is null then ${WORKFLOW} else 'none' end as state,
        case when i.dri_id is not null and (select bool_and(x.person_id <> i.dri_id) from issue_assignees x where ${OWN}) then
          (select p.name from people p where p.id = i.dri_id and exists (select from dri_assignments d
            join events e on e.group_id = d.group_id and e.issue_number = d.issue_number and e.type = 'issue.assigned'
              and e.at >= d.from_at and e.data->'removed' @> jsonb_build_array(jsonb_build_object('id', d.person_id))
            where d.group_id = i.group_id and d.issue_number = i.number and d.to_at is null)) end as passed
      from issues i
      where i.group_id = $1 and i.kind = 'issue' and i.milestone_id = any($2::int[]) and i.state = 'open'
        and ($3 or not i.confidential)
      order by array_position($2::int[], i.milestone_id), i.rank`,
    values: [ctx.group.id, milestones, may(ctx.actor, 'see.confidential')],
  })
  return rows.flatMap((row) => {
    const because = driftOf(row)
    return because ? [{ ref: row.ref, title: row.title, because }] : []
  })
}

type Said = { committed: number; done: number; unweighted: number }

/** The sums of its Deliverables, as `tallyOf` of the law adds them up. */
async function saidOf(ctx: Ctx, milestone: MilestoneRow): Promise<NonNullable<Lead['milestone']>> {
  const [{ rows }, capacity] = await Promise.all([
    ctx.db.query<Said>({
      name: 'said',
      text: `select coalesce(sum(${WEIGHT}), 0)::int as committed,
          coalesce(sum(${WEIGHT}) filter (where i.close_reason = 'done'), 0)::int as done,
          count(*) filter (where ${UNWEIGHTED})::int as unweighted
        from issues i where i.group_id = $1 and i.kind = 'issue' and i.milestone_id = $2 and ($3 or not i.confidential)
          and ${holdsMeaning('deliverable')}`,
      values: [ctx.group.id, Number(milestone.id), may(ctx.actor, 'see.confidential')],
    }),
    capacityFor(ctx, milestone),
  ])
  const [said = { committed: 0, done: 0, unweighted: 0 }] = rows
  return { slug: milestone.slug, title: milestone.title, ...said, capacity }
}
