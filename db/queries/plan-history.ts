import { type BuildSpan, withBoards } from '#lib/domain/closing/build-spans.ts'
import { STEP_TYPES, type StepEvent, stepsOf } from '#lib/domain/closing/steps.ts'
import type { AnyEvent } from '#lib/domain/events.ts'
import { historyOf, type Told } from '#lib/domain/plan/history.ts'
import { statusAmong } from '#lib/domain/undone-events.ts'
import type { Ctx } from '../context.ts'
import { spansOf } from './build-spans.ts'

type Row = AnyEvent & {
  number: number
  issue: number
  happenedAt: Date
  undoes: number | null
  byName: string
}
/** With who did it, by the number of the event. */
export type ToldOf = Told & { names: ReadonlyMap<number, string> }

const TYPES = [...STEP_TYPES, 'issue.ranked'] as const
export const NOTHING_TOLD: ToldOf = { steps: [], placedBy: [], names: new Map() }

/** By issue, what happened to it as far as ranking asks. */
export async function planStepsOf(ctx: Ctx, refs: readonly number[]): Promise<Map<number, ToldOf>> {
  if (refs.length === 0) return new Map()
  const [{ rows }, stays] = await Promise.all([
    ctx.db.query<Row>({
      name: 'plan-history',
      text: `select e.number, e.type, e.subject_key::int as issue, e.happened_at as "happenedAt", e.data,
        (e.data->>'undoes')::int as undoes, coalesce(p.name, 'The clock') as "byName"
      from events e left join people p on p.id = e.actor_id
      where e.group_id = $1 and e.issue_number = any($2::int[]) and (e.type = any($3) or e.data ? 'undoes')
      order by e.number`,
      values: [ctx.group.id, refs, [...TYPES]],
    }),
    spansOf(ctx, refs),
  ])
  const spans = Map.groupBy(stays, ({ issue }) => issue)
  const byIssue = Map.groupBy(rows, ({ issue }) => issue)
  return new Map([...byIssue].map(([issue, own]) => [issue, toldBy(own, spans.get(issue) ?? [])]))
}

function toldBy(rows: readonly Row[], spans: readonly BuildSpan[]): ToldOf {
  const events = rows.map(({ undoes, ...event }): StepEvent => ({
    ...event,
    ...(undoes === null ? {} : { undoes }),
  }))
  const statusOf = statusAmong(events)
  return {
    steps: withBoards(stepsOf(events), spans),
    placedBy: events
      .filter((event) => isPlaced(event) && statusOf(event) === 'counts')
      .map(({ number }) => number),
    names: new Map(rows.map(({ number, byName }) => [number, byName])),
  }
}

/** Others than PM and EM move cards of the Planning Board without changing its order. */
function isPlaced(event: AnyEvent): boolean {
  if (event.type !== 'issue.ranked' && event.type !== 'issue.moved') return false
  const { order, rank, fromRank } = event.data
  return order === 'planning' && rank !== fromRank
}

/** The name of the person who put the label on last; null where that is not recorded. */
export async function madeDeliverableBy(ctx: Ctx, ref: number, deliverable: string): Promise<string | null> {
  const told = (await planStepsOf(ctx, [ref])).get(ref) ?? NOTHING_TOLD
  const { deliverableSince } = historyOf(told, { milestone: '', deliverable, earlier: [] })
  return deliverableSince === null ? null : (told.names.get(deliverableSince) ?? null)
}
