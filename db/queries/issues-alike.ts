import type { Milestone } from '#lib/domain/milestones.ts'
import { may } from '#lib/domain/permissions.ts'
import { USUAL_WEIGHT } from '#lib/domain/weight.ts'
import { nounsTouching } from '#lib/http/topics.ts'
import type { Ctx } from '../context.ts'
import { lastUpdateSql, READY, saysSomethingSql } from './finding-sql.ts'
import { OWN, SPLIT } from './issue-sql.ts'
import { keptUntilChange } from './kept.ts'
import { touchedSince } from './touched.ts'

/** Open issues in which the rules of the triage report see the same. */
export type Alike = {
  refs: number[]
  labelIds: string
  planned: Milestone['kind'] | null
  weight: number | null
  split: boolean
  described: boolean
  driven: boolean
  assigned: boolean
  dueOn: string | null
  spikeScope: string | null
  lastUpdateOn: string | null
}

const NOUNS = nounsTouching(['issues', 'labels', 'milestones', 'people', 'groups'])

/** All open issues that the reader may see. After a change of issues, those alone are read again, and dealt out anew. */
export const keptAlike = keptUntilChange(allAlike, {
  mend: async (ctx, old, from) => {
    const since = await touchedSince(ctx, from, NOUNS)
    if (!since) return allAlike(ctx)
    return since.refs.length === 0 ? old : dealt(old, since.refs, await someAlike(ctx, since.refs))
  },
})

function dealt(old: readonly Alike[], touched: readonly number[], now: readonly Alike[]): Alike[] {
  const gone = new Set(touched)
  const kinds = new Map<string, Alike>()
  const deal = ({ refs, ...facts }: Alike) => {
    if (refs.length === 0) return
    const key = JSON.stringify(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    kinds.set(key, { ...facts, refs: [...(kinds.get(key)?.refs ?? []), ...refs] })
  }
  for (const kind of old) deal({ ...kind, refs: kind.refs.filter((ref) => !gone.has(ref)) })
  for (const kind of now) deal(kind)
  return [...kinds.values()]
}

async function allAlike(ctx: Ctx): Promise<Alike[]> {
  const { rows } = await ctx.db.query<Alike>({
    name: 'issues-alike',
    text: alikeSql(`array(
      select o.number from issues o where o.group_id = $1 and o.kind = 'issue' and o.state = 'open')`),
    values: [ctx.group.id, may(ctx.actor, 'see.confidential'), ctx.group.zone],
  })
  return rows
}

async function someAlike(ctx: Ctx, refs: readonly number[]): Promise<Alike[]> {
  const { rows } = await ctx.db.query<Alike>({
    name: 'issues-alike-of',
    text: alikeSql('$4::int[]', 'and i.number = any($4::int[])'),
    values: [ctx.group.id, may(ctx.actor, 'see.confidential'), ctx.group.zone, refs],
  })
  return rows
}

/**
 * Thousands of issues are open, and most are alike to the rules, which look once at each kind. Of an issue is read what a
 * rule asks for where it asks. Labels are read along their index; what they mean is looked up once, and not for each issue.
 *
 * @param numbers of the issues whose labels are read, as SQL
 */
const alikeSql = (numbers: string, narrower = '') => `with facts as materialized (
    select i.number, i.weight, i.due_on, i.dri_id is not null as driven, l.ids,
      case when m.id is not null then case when m.shelf is null then 'timebox' else 'shelf' end end collate "C" as planned,
      case when i.weight is null or i.weight > ${USUAL_WEIGHT} then ${SPLIT} else false end as split,
      case when l.ids && k.ready then ${saysSomethingSql('i.description')} else true end as described,
      case when k.spike = any(l.ids) then i.spike_scope end collate "C" as spike_scope,
      case when k.in_dev = any(l.ids) then ${lastUpdateSql('$3', 'x.label_id = any(k.states)')} end as last_update_on,
      case when i.dri_id is null and k.deliverable = any(l.ids)
        then coalesce((select true from issue_assignees x where ${OWN} limit 1), false) else false end as assigned
    from issues i
    cross join (select ${idOf('workflow.in-dev')} as in_dev, ${idOf('deliverable')} as deliverable, ${idOf('spike')} as spike,
      array(select id from labels where group_id = $1 and meaning like 'workflow.%') as states,
      array(select id from labels where group_id = $1 and substr(meaning, 10) = any(${READY})) as ready) k
    left join (select x.issue_number, array_agg(x.label_id order by x.label_id) as ids
      from issue_labels x where x.group_id = $1 and x.issue_number = any(${numbers})
      group by x.issue_number) l on l.issue_number = i.number
    left join milestones m on m.group_id = i.group_id and m.id = i.milestone_id
    where i.group_id = $1 and i.kind = 'issue' and i.state = 'open' and ($2 or not i.confidential) ${narrower})
  select array_agg(number) as refs, coalesce(array_to_string(ids, ','), '') as "labelIds", planned, weight, split, described,
    driven, assigned, due_on as "dueOn", spike_scope as "spikeScope", last_update_on as "lastUpdateOn"
  from facts
  group by ids, weight, due_on, planned, driven, split, described, assigned, last_update_on, spike_scope`

/** A group has at most one label of a meaning. */
const idOf = (meaning: string) => `(select id from labels where group_id = $1 and meaning = '${meaning}')`
