import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { reportIssues as endpoint } from '#lib/contract/issue-lists.ts'
import { FINDING_CODES, FINDINGS, type FindingCode } from '#lib/domain/findings.ts'
import type { LabelFact } from '#lib/domain/labels.ts'
import { lintIssue, sentenceOf } from '#lib/domain/lint.ts'
import { may } from '#lib/domain/permissions.ts'
import { USUAL_WEIGHT } from '#lib/domain/weight.ts'
import type { Ctx } from '../context.ts'
import { lastUpdateSql, READY, saysSomethingSql } from './finding-sql.ts'
import { OWN, SPLIT } from './issue-sql.ts'
import { todayOf } from './milestones.ts'

type Report = OutputOf<typeof endpoint>

type Row = {
  ref: number
  title: string
  labelIds: number[]
  milestone: string | null
  shelf: string | null
  weight: number | null
  split: boolean
  described: boolean
  /** The DRI's id: whether there is one is all that the rules ask. */
  dri: string | null
  assignees: string[]
  dueOn: string | null
  spikeScope: string | null
  lastUpdateOn: string | null
}

/** Handbook › Issue Milestones: what "the issue triage report highlights", in all open issues that the reader may see. */
export async function reportIssues(ctx: Ctx): Promise<Report> {
  const [{ rows }, labels, notShown] = await Promise.all([factsOf(ctx), labelsOf(ctx), notShownTo(ctx)])
  const today = todayOf(ctx)
  const found = new Map<FindingCode, Report['findings'][number]['issues']>()
  const refs = new Set<number>()
  for (const { ref, title, labelIds, milestone, shelf, ...facts } of rows) {
    const held = labelIds.flatMap((id) => labels.get(id) ?? [])
    const kind = shelf === null ? ('timebox' as const) : ('shelf' as const)
    const planned = milestone === null ? null : { title: milestone, kind }
    for (const { code, because } of lintIssue(
      { ...facts, state: 'open', labels: held, milestone: planned },
      today,
    )) {
      refs.add(ref)
      const list = found.get(code) ?? []
      if (list.push({ ref, title, because }) === 1) found.set(code, list)
    }
  }
  return {
    open: rows.length,
    issues: refs.size,
    notShown,
    today,
    findings: FINDING_CODES.flatMap((code) => {
      const issues = found.get(code)
      return issues ? [{ code, name: FINDINGS[code].name, sentence: sentenceOf(code), issues }] : []
    }),
  }
}

/**
 * The newest first, as lists begin. Of each is read what a rule asks for where it asks: thousands of issues are open. Their
 * labels are read along the index, in its order; what they mean is looked up once, and not for each issue.
 */
const factsOf = (ctx: Ctx) =>
  ctx.db.query<Row>({
    name: 'issue-report',
    text: `select i.number as ref, i.title, i.weight, i.dri_id as dri, i.due_on as "dueOn", i.spike_scope as "spikeScope",
        m.title as milestone, m.shelf, coalesce(l.ids, '{}') as "labelIds",
        case when i.weight is null or i.weight > ${USUAL_WEIGHT} then ${SPLIT} else false end as split,
        case when l.ids && k.ready then ${saysSomethingSql('i.description')} else true end as described,
        case when k.in_dev = any(l.ids) then ${lastUpdateSql('$3')}::text end as "lastUpdateOn",
        case when i.dri_id is null and k.deliverable = any(l.ids)
          then array(select x.person_id from issue_assignees x where ${OWN}) else '{}' end as assignees
      from issues i
      cross join (select ${idOf('workflow.in-dev')} as in_dev, ${idOf('deliverable')} as deliverable,
        array(select id from labels where group_id = $1 and substr(meaning, 10) = any(${READY})) as ready) k
      left join (select x.issue_number, array_agg(x.label_id order by x.label_id) as ids
        from issue_labels x where x.group_id = $1 and x.issue_number = any(array(
          select o.number from issues o where o.group_id = $1 and o.kind = 'issue' and o.state = 'open'))
        group by x.issue_number) l on l.issue_number = i.number
      left join milestones m on m.group_id = i.group_id and m.id = i.milestone_id
      where i.group_id = $1 and i.kind = 'issue' and i.state = 'open' and ($2 or not i.confidential) order by i.number desc`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential'), ctx.group.zone],
  })

/** A group has at most one label of a meaning. */
const idOf = (meaning: string) => `(select id from labels where group_id = $1 and meaning = '${meaning}')`

async function notShownTo(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.query<{ count: number }>({
    name: 'issue-report-not-shown',
    text: `select count(*)::int as count from issues
      where group_id = $1 and kind = 'issue' and state = 'open' and confidential and not $2::boolean`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential')],
  })
  return rows[0]?.count ?? 0
}

async function labelsOf(ctx: Ctx): Promise<ReadonlyMap<number, LabelFact>> {
  const { rows } = await ctx.db.query<{ id: number; title: string; meaning: string | null }>({
    name: 'label-facts',
    text: 'select id, title, meaning from labels where group_id = $1',
    values: [ctx.group.id],
  })
  return new Map(rows.map(({ id, title, meaning }) => [id, { id: String(id), title, meaning }]))
}
