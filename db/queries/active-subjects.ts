import type { NumberedKind } from '#lib/domain/subjects.ts'
import type { State } from '#lib/domain/workflow.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'
import { ACTIVE } from './finding-sql.ts'
import { timeboxes } from './milestones.ts'

export type ActiveWork = {
  kind: NumberedKind
  ref: number
  title: string
  /** Of an issue; null for an epic. */
  state: State | null
  /** DRI of an issue, tech lead of an epic; null without one. */
  dri: { id: string; handle: string; name: string } | null
  confidential: boolean
}
/** What has a DRI, who owes an update for it. */
export type ActiveSubject = ActiveWork & { dri: NonNullable<ActiveWork['dri']> }

/**
 * What the group works on in the milestone that runs, as `isActiveIssue` and `isActiveEpic` of the law, whether or not
 * it has a DRI: issues in the order of their rank, then epics. What the reader may not see is left out, and so are epics
 * that nothing else makes active. Between milestones there is nothing.
 *
 * @param milestone id of the one that runs, for callers who know it
 * @param dri id of a person: what they are the DRI or the tech lead of, and nothing else
 */
export async function activeWork(
  ctx: Ctx,
  milestone?: number | null,
  dri: string | null = null,
): Promise<ActiveWork[]> {
  const current = milestone === undefined ? Number((await timeboxes(ctx)).current?.id ?? 0) : (milestone ?? 0)
  if (current === 0) return []
  const { rows } = await ctx.db.query<ActiveWork>({
    name: 'active-work',
    text: `with open as materialized (select i.number, i.title, i.rank, i.dri_id, i.epic_number, i.confidential from issues i
          where i.group_id = $1 and i.milestone_id = $2 and i.state = 'open' and i.kind = 'issue' and ($3 or not i.confidential)
            and ($4::text is null or i.dri_id = $4 or i.epic_number = any(array(
              select number from epics where group_id = $1 and tech_lead_id = $4 and closed_at is null)))),
        stated as materialized (select distinct on (x.issue_number) x.issue_number as number, substr(k.meaning, 10) as state
          from issue_labels x join labels k on k.group_id = x.group_id and k.id = x.label_id and k.meaning like 'workflow.%'
          where x.group_id = $1 and x.issue_number = any(array(select number from open)) order by x.issue_number, k.id),
        active as materialized (select o.*, s.state from open o join stated s on s.number = o.number where s.state = any(${ACTIVE})),
        work as (
          select 'issue' as kind, number as ref, title, state, dri_id, confidential, rank from active
          union all
          select 'epic', e.number, e.title, null, e.tech_lead_id, false, null from epics e
            where e.group_id = $1 and e.closed_at is null and e.number = any(array(select epic_number from active))),
        dris as materialized (select id, jsonb_build_object('id', id, 'handle', handle, 'name', name) as dri from people
          where id = any(array(select distinct dri_id from work)))
      select w.kind, w.ref, w.title, w.state, w.confidential,
        p.dri
      from work w left join dris p on p.id = w.dri_id where $4::text is null or w.dri_id = $4 order by w.kind desc, w.rank, w.ref`,
    values: [ctx.group.id, current, may(ctx.actor, 'see.confidential'), dri],
  })
  return rows
}

/** The active subjects of the group, or of one DRI: those that have a DRI, who owes an update of each week. */
export async function activeSubjects(
  ctx: Ctx,
  milestone?: number | null,
  dri: string | null = null,
): Promise<ActiveSubject[]> {
  const all = await activeWork(ctx, milestone, dri)
  return all.flatMap(({ dri, ...work }) => (dri ? { ...work, dri } : []))
}
