import type { Overview } from '#lib/contract/milestone-overview.ts'
import { type Condition, printCondition } from '#lib/domain/conditions.ts'
import type { CloseReason } from '#lib/domain/issues.ts'
import { may } from '#lib/domain/permissions.ts'
import { progressOf } from '#lib/domain/progress.ts'
import { type State, STATES } from '#lib/domain/workflow.ts'
import type { Ctx } from '../context.ts'
import { UNWEIGHTED } from './finding-sql.ts'
import { WEIGHT, WORKFLOW } from './issue-sql.ts'
import type { MilestoneRow } from './milestones.ts'

type Deliverables = NonNullable<Overview['deliverables']>
type Place = Deliverables['states'][number]['state']

/** A Deliverable as it lies on the Build Board. */
export type DeliverableRow = {
  ref: number
  title: string
  state: 'open' | 'closed'
  closeReason: CloseReason | null
  workflow: State | 'none'
  /** Nothing where it was split. */
  weight: number
  unweighted: boolean
  dri: { handle: string; name: string } | null
  wait: { need: string; from: string; since: string } | null
  shown: boolean
}

/** What lies on the Build Board of a milestone now. `labelIds` are what that board asks for. */
export async function deliverablesOf(
  ctx: Ctx,
  milestone: MilestoneRow,
  labelIds: readonly string[],
): Promise<Deliverables> {
  const [rows, titles] = await Promise.all([
    deliverableRows(ctx, milestone, labelIds),
    titlesOf(ctx, labelIds),
  ])
  const blocked = rows.filter((row) => placeOf(row) === 'blocked')
  return {
    ...sumOf(rows),
    done: sumOf(rows.filter((row) => placeOf(row) === 'done')),
    unweighted: rows.filter(({ unweighted }) => unweighted).length,
    progress: progressOf(
      rows.flatMap((row) => {
        const state = placeOf(row)
        return state === 'dropped' ? [] : { state, weight: row.weight }
      }),
    ),
    states: PLACES.flatMap((state) => {
      const there = rows.filter((row) => placeOf(row) === state)
      if (there.length === 0) return []
      return { state, ...sumOf(there), filter: printCondition(asked(milestone.slug, titles, state)) }
    }),
    blocked: blocked
      .filter(({ shown }) => shown)
      .map(blockedFacts)
      .toSorted(byWait),
    blockedCount: blocked.length,
    notShown: rows.filter(({ shown }) => !shown).length,
  }
}

const PLACES: readonly Place[] = [
  ...STATES.filter((state) => state !== 'blocked'),
  'none',
  'blocked',
  'done',
  'dropped',
]

export const placeOf = ({ state, closeReason, workflow }: DeliverableRow): Place =>
  state === 'open' ? workflow : closeReason === 'done' ? 'done' : 'dropped'

const sumOf = (rows: readonly DeliverableRow[]) => ({
  count: rows.length,
  weight: rows.reduce((all, { weight }) => all + weight, 0),
})

const blockedFacts = ({ ref, title, dri, wait }: DeliverableRow) => ({
  ref,
  title,
  dri,
  need: wait?.need ?? '',
  from: wait?.from ?? '',
  since: wait?.since ?? null,
})

const byWait = (a: { since: string | null }, b: { since: string | null }) =>
  Date.parse(a.since ?? '') - Date.parse(b.since ?? '') || 0

/** The filter of the list that holds the same issues. */
function asked(milestone: string, labels: readonly string[], place: Place): Condition {
  const is = (field: 'milestone' | 'label' | 'state' | 'reason' | 'workflow', value: string): Condition => ({
    kind: 'test',
    field,
    op: ':',
    value,
  })
  const done = is('reason', 'done')
  const at: Condition[] =
    place === 'done'
      ? [done]
      : place === 'dropped'
        ? [is('state', 'closed'), { kind: 'not', of: done }]
        : [is('state', 'open'), is('workflow', place)]
  return {
    kind: 'all',
    of: [is('milestone', milestone), ...labels.map((title) => is('label', title)), ...at],
  }
}

async function titlesOf(ctx: Ctx, labelIds: readonly string[]): Promise<string[]> {
  const { rows } = await ctx.db.query<{ title: string }>({
    name: 'titles-of-labels',
    text: 'select title from labels where group_id = $1 and id = any($2::int[]) order by id',
    values: [ctx.group.id, labelIds.map(Number)],
  })
  return rows.map(({ title }) => title)
}

/** Everybody's, also what the reader may not see: sums are the group's. */
export async function deliverableRows(
  ctx: Ctx,
  { id }: MilestoneRow,
  labelIds: readonly string[],
): Promise<DeliverableRow[]> {
  const { rows } = await ctx.db.query<DeliverableRow>({
    name: 'deliverables',
    text: `select i.number as ref, i.title, i.state, i.close_reason as "closeReason", ${WORKFLOW} as workflow,
        ${WEIGHT} as weight, ${UNWEIGHTED} as unweighted, ($4 or not i.confidential) as shown,
        (select jsonb_build_object('handle', p.handle, 'name', p.name) from people p where p.id = i.dri_id) as dri,
        (select jsonb_build_object('need', b.need, 'from', b.from_whom,
            'since', to_char(b.since_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          from blocks b where b.group_id = i.group_id and b.issue_number = i.number and b.until_at is null
          order by b.since_at limit 1) as wait
      from issues i
      where i.group_id = $1 and i.kind = 'issue' and i.milestone_id = $2
        and array(select label_id from issue_labels x where x.group_id = i.group_id and x.issue_number = i.number) @> $3::int[]
      order by i.rank`,
    values: [ctx.group.id, Number(id), labelIds.map(Number), may(ctx.actor, 'see.confidential')],
  })
  return rows
}
