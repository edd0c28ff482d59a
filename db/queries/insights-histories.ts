import { closingsOf } from '#lib/domain/insights/closings.ts'
import { type Span, staysOf } from '#lib/domain/insights/stays.ts'
import type { Worked } from '#lib/domain/insights/work.ts'
import { STEP_TYPES, stepsOf } from '#lib/domain/closing/steps.ts'
import type { CloseReason } from '#lib/domain/issues.ts'
import { type LabelFact, typeOf, typeOfLabel } from '#lib/domain/labels.ts'
import { may } from '#lib/domain/permissions.ts'
import { isState, type State } from '#lib/domain/workflow.ts'
import type { Ctx } from '../context.ts'
import { asEvent, type StepRow, UNASKED } from './commitments.ts'
import { labelsOf } from './issue-report.ts'

type Row = {
  ref: number
  title: string
  team: string | null
  createdAt: number
  closedAt: number | null
  closeReason: CloseReason | null
}

/** Each label that is or was on an issue, column by column; of one that is there still, `to` is null. */
type CarriedRow = { refs: number[]; labels: number[]; from: number[]; to: (number | null)[] }
type Carried = Span & { label: LabelFact; state: State | null }

/**
 * Issues that were open at any moment since then, as far as the reader may see them, with all their stays until now. Labels
 * count by what they mean now, whatever they were called; what was taken back did not happen.
 */
export async function histories(ctx: Ctx, since: Date): Promise<Worked[]> {
  const labels = await labelsOf(ctx)
  const [rows, carried, closings] = await Promise.all([
    rowsSince(ctx, since),
    carriedSince(ctx, since, labels),
    reopened(ctx),
  ])
  const now = ctx.now.getTime()
  return rows.map((row) => workedOf(row, carried.get(row.ref) ?? [], closings.get(row.ref), now))
}

function workedOf(row: Row, carried: readonly Carried[], closings: Span[] | undefined, now: number): Worked {
  const { ref, title, team, createdAt, closedAt, closeReason } = row
  const closed = closings ?? (closedAt === null ? [] : [{ from: closedAt, to: null }])
  const states = carried.flatMap(({ state, from, to }) => (state === null ? [] : [{ state, from, to }]))
  const held = carried.filter(({ state, to }) => state === null && to === null)
  return {
    ref,
    title,
    team,
    type: typeOf(held.map(({ label }) => label)),
    stays: staysOf({ createdAt, closed, states }, now),
    doneAt: closeReason === 'done' ? closedAt : null,
  }
}

function stateOf({ meaning }: LabelFact): State | null {
  const state = meaning?.startsWith('workflow.') ? meaning.slice('workflow.'.length) : ''
  return isState(state) ? state : null
}

/** In milliseconds; as a number it is read several times as fast as an instant. */
const ms = (column: string) => `date_part('epoch', ${column}) * 1000`

const LOOKED = `i.group_id = $1 and i.kind = 'issue' and ($2 or not i.confidential) and (i.closed_at is null or i.closed_at >= $3)`

async function rowsSince(ctx: Ctx, since: Date): Promise<Row[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'insights-issues',
    text: `select i.number as ref, i.title, t.slug as team, ${ms('i.created_at')} as "createdAt", ${ms('i.closed_at')} as "closedAt",
        i.close_reason as "closeReason"
      from issues i left join functional_teams t on t.group_id = i.group_id and t.id = i.team_id
      where ${LOOKED} order by i.number`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential'), since],
  })
  return rows
}

/** States and types alone. Tens of thousands of stays come as four columns of numbers, which are read at once. */
async function carriedSince(
  ctx: Ctx,
  since: Date,
  labels: ReadonlyMap<string, LabelFact>,
): Promise<ReadonlyMap<number, Carried[]>> {
  const known = new Map([...labels].map(([id, label]) => [Number(id), { label, state: stateOf(label) }]))
  const states = [...known].filter(([, { state }]) => state !== null)
  const types = [...known].filter(([, { label, state }]) => state === null && typeOfLabel(label) !== null)
  const { rows } = await ctx.db.query<CarriedRow>({
    name: 'insights-carried',
    text: `with looked as materialized (select array(select i.number from issues i where ${LOOKED}) as own)
      select coalesce(json_agg(c.issue_number), '[]') as refs, coalesce(json_agg(c.label_id), '[]') as labels,
        coalesce(json_agg(c.from_ms), '[]') as "from", coalesce(json_agg(c.to_ms), '[]') as "to"
      from (
        select s.issue_number, s.label_id, ${ms('s.from_at')} as from_ms, ${ms('s.to_at')} as to_ms
        from label_spans s where s.group_id = $1 and s.label_id = any($4::int[]) and s.issue_number = any((select own from looked)::int[])
        union all
        select x.issue_number, x.label_id, ${ms('x.added_at')}, null
        from issue_labels x where x.group_id = $1 and x.label_id = any($5::int[]) and x.issue_number = any((select own from looked)::int[])
      ) c`,
    values: [
      ctx.group.id,
      may(ctx.actor, 'see.confidential'),
      since,
      states.map(([id]) => id),
      [...states, ...types].map(([id]) => id),
    ],
  })
  const carried = new Map<number, Carried[]>()
  const { refs, labels: ids, from, to } = rows[0] ?? { refs: [], labels: [], from: [], to: [] }
  for (const [at, ref] of refs.entries()) {
    const label = known.get(ids[at] ?? 0)
    if (!label) continue
    const own = carried.get(ref)
    const one = { ...label, from: from[at] ?? 0, to: to[at] ?? null }
    if (own) own.push(one)
    else carried.set(ref, [one])
  }
  return carried
}

/** When those were closed that were opened again: of the others, their row says it. */
async function reopened(ctx: Ctx): Promise<ReadonlyMap<number, Span[]>> {
  const { rows } = await ctx.db.query<StepRow>({
    name: 'insights-closings',
    text: `select e.number, e.type, e.issue_number as issue, e.happened_at as "happenedAt", e.data - $3::text[] as data,
        (e.data->>'undoes')::int as undoes, (e.data->>'cause')::int as cause
      from events e where e.group_id = $1 and (e.type = any($2) or e.data ? 'undoes')
        and e.issue_number in (select r.issue_number from events r where r.group_id = $1
          and (r.type = 'issue.reopened' or (r.type = 'issue.moved' and r.data ? 'reopened')))`,
    values: [ctx.group.id, [...STEP_TYPES], UNASKED],
  })
  return closingsOf(stepsOf(rows.map(asEvent)))
}
