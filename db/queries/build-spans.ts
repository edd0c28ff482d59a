import type { BuildSpan } from '#lib/domain/closing/build-spans.ts'
import { replay } from '#lib/domain/replay.ts'
import type { Ctx } from '../context.ts'
import { bondsOf } from './ledger.ts'
import { askedEver, buildLedgerOfGroup, buildLedgerOfIssues } from './ledger-of-build.ts'

type Row = {
  issue: number
  milestone: string
  fromAt: Date
  fromEvent: number
  untilAt: Date | null
  untilEvent: number | null
}

const COLUMNS = `select issue_number as issue, milestone_id::text as milestone, from_at as "fromAt", from_event as "fromEvent",
    until_at as "untilAt", until_event as "untilEvent" from build_spans`

/**
 * The stays of all issues on the Build Board of a milestone; of one that is frozen those of what was assigned in it, as they
 * were told until then: what was taken back since changes none of them.
 */
export async function spansIn(
  ctx: Ctx,
  { id, frozenAt }: { id: string; frozenAt: string | null },
): Promise<BuildSpan[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'build-spans-in',
    text: `select s.issue_number as issue, s.milestone_id::text as milestone, s.from_at as "fromAt", s.from_event as "fromEvent",
        case when f.number is null or s.until_event < f.number then s.until_at end as "untilAt",
        case when f.number is null or s.until_event < f.number then s.until_event end as "untilEvent"
      from build_spans s cross join (${FROZEN}) f
      where s.group_id = $1 and s.milestone_id = $2 and (f.number is null or s.from_event < f.number and exists (
        select from milestone_outcomes o
        where o.group_id = $1 and o.milestone_id = $2 and o.issue_number = s.issue_number))
      order by s.from_at, s.from_event`,
    values: [ctx.group.id, Number(id), id, frozenAt === null],
  })
  const spans = rows.map(spanOf)
  return frozenAt === null ? spans : asFrozen(ctx, id, spans)
}

/** The event that froze a milestone; null of one that is not. */
const FROZEN = `select max(c.number) as number from events c where c.group_id = $1 and not $4::boolean
  and c.subject_kind = 'milestone' and c.subject_key = $3 and c.type = 'milestone.frozen'`

/** Stays of which an event was taken back since, or of which a label that was asked for means something else, are told anew. */
async function asFrozen(ctx: Ctx, milestone: string, spans: readonly BuildSpan[]): Promise<BuildSpan[]> {
  const { rows } = await ctx.db.query<{ ref: number; frozen: number }>({
    name: 'undone-since-frozen',
    text: `select o.issue_number as ref, f.number as frozen from milestone_outcomes o cross join (${FROZEN}) f
      where o.group_id = $1 and o.milestone_id = $2 and exists (
        select from events u where u.group_id = $1 and u.data ? 'undoes' and u.number > f.number
          and (u.data->>'undoes')::int < f.number
          and (u.issue_number = o.issue_number or u.subject_kind <> 'issue' and u.subject_kind = 'label'))
      order by o.issue_number`,
    values: [ctx.group.id, Number(milestone), milestone, false],
  })
  const [first] = rows
  if (!first) return [...spans]
  const { frozen } = first
  const known = ({ number }: { number: number }) => number < frozen
  const [house, bonds] = [await buildLedgerOfGroup(ctx.db, ctx.group.id), await bondsOf(ctx.db, ctx.group.id)]
  const changed = new Set(rows.map(({ ref }) => ref))
  const told: BuildSpan[] = spans.filter(({ issue }) => !changed.has(issue))
  for (const ref of changed) {
    const bounds = { from: ref, to: ref, labelIds: askedEver(house) }
    const events = [...house, ...(await buildLedgerOfIssues(ctx.db, ctx.group.id, bounds))]
    const { build } = replay(events.filter(known), { bonds: bonds.filter(known) })
    told.push(...(build.spans.get(ref) ?? []).filter((span) => span.milestone === milestone))
  }
  return told
}

/** The stays of some issues on any Build Board. */
export async function spansOf(ctx: Ctx, refs: readonly number[]): Promise<BuildSpan[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'build-spans-of',
    text: `${COLUMNS} where group_id = $1 and issue_number = any($2::int[]) order by from_at, from_event`,
    values: [ctx.group.id, refs],
  })
  return rows.map(spanOf)
}

const spanOf = ({ issue, milestone, fromAt, fromEvent, untilAt, untilEvent }: Row): BuildSpan => ({
  issue,
  milestone,
  from: { at: fromAt, event: fromEvent },
  until: untilAt === null || untilEvent === null ? null : { at: untilAt, event: untilEvent },
})
