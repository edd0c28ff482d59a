import type { Work } from '#lib/domain/capacity/load.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'
import { boardFacts } from './board-facts.ts'
import { boardsOf } from './boards-list.ts'
import { holdsMeaning, SPLIT } from './issue-sql.ts'

/** The candidates of a milestone: what the Planning Board asks for, open or done. */
export type Candidate = Work & {
  unweighted: boolean
  priority: number
  /** It is a Deliverable, or done. */
  picked: boolean
}

/** Labels that an issue has to carry to lie on the Planning Board. */
export async function planningLabels(ctx: Ctx): Promise<string[]> {
  const planning = (await boardsOf(ctx)).find(({ kind }) => kind === 'planning')
  return planning ? (await boardFacts(ctx, planning.slug)).filterLabelIds : []
}

/** Labels that make a candidate a Deliverable. */
export async function deliverableLabels(ctx: Ctx): Promise<string[]> {
  const [asked, { rows }] = await Promise.all([
    planningLabels(ctx),
    ctx.db.query<{ id: string }>({
      name: 'deliverable-label',
      text: "select id::text from labels where group_id = $1 and meaning = 'deliverable'",
      values: [ctx.group.id],
    }),
  ])
  return [...new Set([...asked, ...rows.map(({ id }) => id)])]
}

const PRIORITY = `coalesce((select min(substr(k.meaning, 10)::int) from issue_labels x
  join labels k on k.group_id = x.group_id and k.id = x.label_id
  where x.group_id = i.group_id and x.issue_number = i.number and k.meaning like 'priority._'), 0)`

const WORK = `select i.number as ref, i.weight, ${SPLIT} as split, i.state = 'open' and i.weight is null as unweighted,
    (select t.slug from functional_teams t where t.group_id = i.group_id and t.id = i.team_id) as team,
    array(select p.handle from issue_assignees a join people p on p.id = a.person_id
      where a.group_id = i.group_id and a.issue_number = i.number order by a.added_at, p.id) as assignees,
    (select p.handle from people p where p.id = i.dri_id) as dri, ${PRIORITY} as priority,
    i.state <> 'open' or ${holdsMeaning('deliverable')} as picked
  from issues i`

/** Everybody's, also what the reader may not see: sums are the group's. People by handle, teams by slug. */
export async function candidatesIn(ctx: Ctx, milestone: number): Promise<Candidate[]> {
  const { rows } = await ctx.db.query<Candidate>({
    name: 'capacity-candidates',
    text: `${WORK} where i.group_id = $1 and i.kind = 'issue' and i.milestone_id = $2 and (i.state = 'open' or i.close_reason = 'done')
        and array(select label_id from issue_labels x where x.group_id = i.group_id and x.issue_number = i.number) @> $3::int[]
      order by i.number`,
    values: [ctx.group.id, milestone, (await planningLabels(ctx)).map(Number)],
  })
  return rows
}

/** Issues as they would be among the candidates, whatever their milestone; what is closed otherwise is no work. */
export async function workOf(ctx: Ctx, refs: readonly number[]): Promise<Candidate[]> {
  if (refs.length === 0) return []
  const { rows } = await ctx.db.query<Candidate>({
    name: 'capacity-work-of',
    text: `${WORK} where i.group_id = $1 and i.kind = 'issue' and i.number = any($2::int[])
      and (i.state = 'open' or i.close_reason = 'done')`,
    values: [ctx.group.id, refs],
  })
  return rows
}

export type Carried = {
  ref: number
  title: string
  weight: number | null
  split: boolean
  left: number | null
  team: string | null
  shown: boolean
}

/** Open Deliverables of the milestone before, with what the manager says is left of them for this one. */
export async function carriedInto(ctx: Ctx, milestone: number, before: number): Promise<Carried[]> {
  const { rows } = await ctx.db.query<Carried>({
    name: 'capacity-carry-over',
    text: `select i.number as ref, i.title, i.weight, ${SPLIT} as split, w.weight as left,
        (select t.slug from functional_teams t where t.group_id = i.group_id and t.id = i.team_id) as team,
        ($4 or not i.confidential) as shown
      from issues i left join carry_over_weights w on w.group_id = i.group_id and w.issue_number = i.number and w.milestone_id = $2
      where i.group_id = $1 and i.kind = 'issue' and i.milestone_id = $3 and i.state = 'open' and ${holdsMeaning('deliverable')}
      order by i.rank`,
    values: [ctx.group.id, milestone, before, may(ctx.actor, 'see.confidential')],
  })
  return rows
}
