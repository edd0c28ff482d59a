import type { InputOf } from '#lib/contract/endpoint.ts'
import type {
  exportIssues as exported,
  indexIssues as endpoint,
  IssueIndex,
  ListGroup,
  ListRow,
  Sort,
} from '#lib/contract/issue-lists.ts'
import type { Card } from '#lib/contract/issues.ts'
import { parseCondition } from '#lib/domain/condition-parser.ts'
import { type Asker, grounded } from '#lib/domain/condition-names.ts'
import { asksFor, type Condition } from '#lib/domain/conditions.ts'
import { FACTS } from '#lib/domain/facts/facts.ts'
import { isFact } from '#lib/domain/facts/names.ts'
import type { ChoiceName, FactName } from '#lib/domain/facts/names.ts'
import { CLOSE_REASONS, ISSUE_KINDS } from '#lib/domain/issues.ts'
import { WORK_TYPES } from '#lib/domain/labels.ts'
import { may } from '#lib/domain/permissions.ts'
import { STATES } from '#lib/domain/workflow.ts'
import { Failure } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { selectCards } from './cards.ts'
import { conditionSql } from './condition-sql.ts'
import { BESIDE, columnOf, factOrder } from './fact-sql.ts'
import { byLanguage, listed, OWN, WEIGHT } from './issue-sql.ts'
import { keptByIssue } from './kept.ts'
import { timeboxes, todayOf } from './milestones.ts'
import type { Given } from './word-sql.ts'

const FIRST_ROWS = 60

type Narrowed = Pick<InputOf<typeof exported>, 'filter' | 'sort' | 'direction'> & {
  by?: ListGroup | undefined
}
/** `weight` is what it adds to a sum. */
type Entry = { ref: number; weight: number; key: string | null }

/** A filter that cannot be read is answered with its reason, and nothing is looked for. */
export function readFilter(filter: string | undefined): Condition {
  const parsed = parseCondition(filter ?? '')
  if ('condition' in parsed) return parsed.condition
  const fields = [{ field: 'filter', because: parsed.refusal.because }]
  throw new Failure('invalid', `filter: ${parsed.refusal.because}`, { fields })
}

/** What a filter of this reader means by `me`, `current`, `next` and today. */
export async function askerOf(ctx: Ctx): Promise<Asker> {
  const { current, next } = await timeboxes(ctx)
  return {
    me: ctx.actor.id === null ? null : ctx.actor.handle,
    current: current?.slug ?? null,
    next: next?.slug ?? null,
    today: todayOf(ctx),
  }
}

export async function indexIssues(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<IssueIndex> {
  const entries = await entriesOf(ctx, input)
  const groups = new Map<string, IssueIndex['groups'][number]>()
  let weight = 0
  for (const entry of entries) {
    const key = entry.key ?? ''
    const group = groups.get(key) ?? { key, weight: 0, refs: [] }
    if (!groups.has(key)) groups.set(key, group)
    group.refs.push(entry.ref)
    group.weight += entry.weight
    weight += entry.weight
  }
  const first = await rowsOf(
    ctx,
    entries.slice(0, FIRST_ROWS).map(({ ref }) => ref),
  )
  return { total: entries.length, weight, groups: [...groups.values()], first }
}

/** Every issue that the filter finds, in its order; the numbers of equals fall, so that the order never wavers. */
export async function entriesOf(ctx: Ctx, { filter, sort, direction, by }: Narrowed): Promise<Entry[]> {
  const values: unknown[] = []
  const found = await foundBy(ctx, filter, (value) => `$${values.push(value)}`)
  const ordered = [...(by ? groupOrder(by) : []), ...sortSql(sort ?? 'number', direction), 'i.number desc']
  const { rows } = await ctx.db.query<Entry>(
    `select i.number as ref, ${WEIGHT} as weight, ${by ? groupKey(by) : 'null'}::text as key
      from issues i
      ${by === 'workflow' || sort === 'workflow' ? workflowJoin(found.group) : ''}
      ${by === 'type' || sort === 'type' ? typeJoin(found.group) : ''}
      left join milestones m on m.group_id = i.group_id and m.id = i.milestone_id
      left join functional_teams t on t.group_id = i.group_id and t.id = i.team_id
      left join epics e on e.group_id = i.group_id and e.number = i.epic_number
      left join people d on d.id = i.dri_id
      left join people a on a.id = i.author_id
      where ${found.where}
      order by ${ordered.join(', ')}`,
    values,
  )
  return rows
}

/** The numbers of all issues that a filter finds which asks for nothing of the reader, the newest first. */
export async function foundRefs(ctx: Ctx, newest: number | null, filter: string): Promise<number[]> {
  const found = await keptFound(ctx, newest, filter)
  return found.map(({ ref }) => ref).toSorted((a, b) => b - a)
}

const keptFound = keptByIssue<{ ref: number }, string>(
  ['issues', 'labels', 'milestones', 'people', 'groups'],
  async (ctx, filter, refs) => {
    const values: unknown[] = []
    const given = (value: unknown) => `$${values.push(value)}`
    const { where } = await foundBy(ctx, filter, given)
    const narrower = refs ? `and i.number = any(${given(refs)}::int[])` : ''
    const { rows } = await ctx.db.query<{ ref: number }>(
      `select i.number as ref from issues i where ${where} ${narrower}`,
      values,
    )
    return rows
  },
)

/** What the issues `i` have that the reader may see and the filter finds; and the parameter that names the group. */
async function foundBy(
  ctx: Ctx,
  filter: string | undefined,
  given: Given,
): Promise<{ where: string; group: string }> {
  const seesConfidential = may(ctx.actor, 'see.confidential')
  const visibility = seesConfidential ? '' : 'and not i.confidential'
  const condition = grounded(readFilter(filter), await askerOf(ctx))
  const kinds = asksFor(condition, 'kind') ? 'true' : `i.kind = 'issue'`
  const look = {
    group: ctx.group.id,
    today: todayOf(ctx),
    zone: ctx.group.zone,
    me: ctx.actor.id,
    seesConfidential,
  }
  const group = given(ctx.group.id)
  const where = `i.group_id = ${group} and ${kinds} ${visibility} and ${conditionSql(condition, given, look)}`
  return { where, group }
}

const TYPE = 'coalesce(substr(type_label.meaning, 6), subtype_label.scope)'
const WORKFLOW = 'substr(state_label.meaning, 10)'

/** What `typeOf` and `stateOf` of the law say, for all issues of the group at once: the first held of each family. */
const typeJoin = (group: string) => `left join (
    select x.issue_number, min(k.id) filter (where k.meaning = any(${listed(WORK_TYPES.map((type) => `type.${type}`))})) as type_id,
      min(k.id) filter (where k.scope = any(${listed(WORK_TYPES)})) as subtype_id
    from issue_labels x join labels k on k.group_id = x.group_id and k.id = x.label_id
    where x.group_id = ${group} group by x.issue_number) typed on typed.issue_number = i.number
  left join labels type_label on type_label.group_id = i.group_id and type_label.id = typed.type_id
  left join labels subtype_label on subtype_label.group_id = i.group_id and subtype_label.id = typed.subtype_id`

const workflowJoin = (group: string) => `left join (
    select x.issue_number, min(k.id) as label_id
    from issue_labels x join labels k on k.group_id = x.group_id and k.id = x.label_id
    where x.group_id = ${group} and k.meaning like 'workflow.%' group by x.issue_number) stated on stated.issue_number = i.number
  left join labels state_label on state_label.group_id = i.group_id and state_label.id = stated.label_id`

/** What has none of it stands at the end, whichever way it is sorted. */
const SORT_SQL: Record<Exclude<Sort, FactName>, string> = {
  number: 'i.number',
  title: byLanguage('i.title'),
  type: `array_position(${listed(WORK_TYPES)}, ${TYPE})`,
  workflow: `array_position(${listed(STATES)}, ${WORKFLOW})`,
  milestone: 'm.start_on',
  epic: byLanguage('e.title'),
  team: 't.position',
  dri: byLanguage('d.name'),
  author: byLanguage('a.name'),
  weight: 'i.weight',
  created: 'i.created_at',
  updated: 'i.updated_at',
  closed: 'i.closed_at',
  state: `array_position(array['open', 'closed'], i.state)`,
  reason: `array_position(${listed(CLOSE_REASONS)}, i.close_reason)`,
  labels: `nullif((select count(*) from issue_labels x where ${OWN}), 0)`,
  assignees: `(select string_agg(p.name, ',' order by ${byLanguage('p.name')}, p.id) collate by_language from issue_assignees x
    join people p on p.id = x.person_id where ${OWN})`,
}

const orderOf = (sort: Sort): string => (isFact(sort) ? factOrder(FACTS[sort]) : SORT_SQL[sort])

function sortSql(sort: Sort, direction: 'asc' | 'desc' | undefined): string[] {
  const way = direction ?? (sort === 'number' ? 'desc' : 'asc')
  const order = [`${orderOf(sort)} ${way} nulls last`]
  return sort === 'milestone' ? [...order, 'm.id nulls last'] : order
}

type OtherGroup = Exclude<ListGroup, ChoiceName>

const GROUP_KEY: Record<OtherGroup, string> = {
  milestone: 'm.slug',
  epic: 'i.epic_number',
  dri: 'd.handle',
  assignees: `(select string_agg(p.handle, ',' order by ${byLanguage('p.name')}, p.id) from issue_assignees x
    join people p on p.id = x.person_id where ${OWN})`,
  team: 't.slug',
  type: TYPE,
  workflow: WORKFLOW,
}

const GROUP_ORDER: Record<OtherGroup, string[]> = {
  milestone: ['(m.id is null)', 'm.start_on desc nulls last', 'm.id'],
  epic: [`${byLanguage('e.title')} nulls last`, 'i.epic_number'],
  dri: [`${byLanguage('d.name')} nulls last`, 'd.id'],
  assignees: [`${SORT_SQL.assignees} nulls last`],
  team: ['t.position nulls last', 't.id'],
  type: [`${SORT_SQL.type} nulls last`],
  workflow: [`${SORT_SQL.workflow} nulls last`],
}

const groupKey = (by: ListGroup): string => (isFact(by) ? columnOf(FACTS[by]) : GROUP_KEY[by])
const groupOrder = (by: ListGroup): string[] =>
  isFact(by) ? [`${factOrder(FACTS[by])} nulls last`] : GROUP_ORDER[by]

type Extras = Omit<ListRow, keyof Card | 'createdAt' | 'updatedAt'> & {
  ref: number
  createdAt: Date
  updatedAt: Date
}

/** The lines of those issues, in the order of the numbers; what is not there or not to be seen is left out. */
export async function rowsOf(ctx: Ctx, refs: readonly number[]): Promise<ListRow[]> {
  if (refs.length === 0) return []
  const [cards, { rows }] = await Promise.all([
    selectCards(ctx, { refs, kinds: ISSUE_KINDS }),
    ctx.db.query<Extras>(
      `select i.number as ref, i.kind, p.handle as author, ${BESIDE}, i.created_at as "createdAt", i.updated_at as "updatedAt"
        from issues i left join people p on p.id = i.author_id
        where i.group_id = $1 and i.number = any($2::int[])`,
      [ctx.group.id, refs],
    ),
  ])
  const byRef = new Map(cards.map((card) => [card.ref, card]))
  const extras = new Map(rows.map((row) => [row.ref, row]))
  return refs.flatMap((ref) => {
    const [card, more] = [byRef.get(ref), extras.get(ref)]
    if (!card || !more) return []
    const { createdAt, updatedAt, ...beside } = more
    const instants = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
    return [{ ...card, ...beside, ...instants }]
  })
}

export const rowsOfIssues = async (ctx: Ctx, { refs }: { refs: string }) => ({
  items: await rowsOf(ctx, refs.split('.').map(Number)),
})
