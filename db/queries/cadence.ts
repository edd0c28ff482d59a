import type { Activity, Occurrence } from '#lib/contract/activities.ts'
import type { ActivityKind } from '#lib/domain/cadence/activities.ts'
import { regularityOf, regularityText } from '#lib/domain/cadence/regularity.ts'
import { openUntil, type Planned, plannedIn, stateOf, type Timebox } from '#lib/domain/cadence/occurrences.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { type ActivityRow, activityRows } from './activity-rows.ts'
import type { Seen } from './cadence-source.ts'
import { sourceOf } from './cadence-sources.ts'
import { milestonesOf, todayOf } from './milestones.ts'

type Span = { from: PlainDate; to: PlainDate }
export type KeptRhythm = { id: number; name: string; kind: ActivityKind; regularity: Activity['regularity'] }

/** How well the group kept its rhythm from a day to a day, both included: each of its activities that was due then. */
export async function cadenceHealth(ctx: Ctx, from: PlainDate, to: PlainDate): Promise<KeptRhythm[]> {
  const rows = (await activityRows(ctx, from)).filter(({ share }) => share?.state !== 'offered')
  const all = await occurrencesIn(ctx, rows, { from, to })
  return rows
    .map(({ id, name, kind }) => ({
      id,
      name,
      kind,
      regularity: regularityWithText(all.get(id)?.items ?? []),
    }))
    .filter(({ regularity: { happened, skipped, missed } }) => happened + skipped + missed > 0)
}

export function regularityWithText(items: readonly Occurrence[]): Activity['regularity'] {
  const regularity = regularityOf(items.map(({ state }) => state))
  return { ...regularity, text: regularityText(regularity) }
}

/** By activity, its occurrences in a span, the earliest first, and whether Saydo sees them by itself. */
export async function occurrencesIn(
  ctx: Ctx,
  rows: readonly ActivityRow[],
  span: Span,
): Promise<Map<number, { derived: boolean; items: Occurrence[] }>> {
  const boxes = rows.some(({ rhythms }) => rhythms.some(({ every }) => every === 'milestone'))
    ? await timeboxesOf(ctx)
    : []
  const all = await Promise.all(
    rows.map(async (row) => [row.id, await occurrencesOf(ctx, row, span, boxes)] as const),
  )
  return new Map(all)
}

async function occurrencesOf(ctx: Ctx, row: ActivityRow, span: Span, boxes: readonly Timebox[]) {
  const today = todayOf(ctx)
  const source = sourceOf(row.kind)
  const planned = withRecorded(plannedIn(row.rhythms, span, boxes), row, span)
  const seen = await (source?.seen(ctx, planned) ?? new Map<PlainDate, Seen>())
  const items = planned.map(({ day, milestone }): Occurrence => {
    const recorded = row.occurrences.find((one) => one.day === day) ?? null
    const until = openUntil(row.kind, day, source !== null)
    const known = seen.get(day)
    const said = recorded?.state ?? (known?.skipped ? 'skipped' : null)
    return {
      day,
      state: stateOf(day, { recorded: said, seen: known !== undefined && !known.skipped, until, today }),
      milestone: milestone?.title ?? null,
      seen: known ? { text: known.text, page: known.page } : null,
      recorded: recorded && {
        state: recorded.state,
        note: recorded.note,
        link: recorded.link,
        by: { handle: recorded.by.handle, name: recorded.by.name },
        at: recorded.at,
      },
    }
  })
  return { derived: source !== null, items }
}

/** What was recorded stays, also where the rhythm or a milestone has moved since. */
function withRecorded(
  planned: readonly Planned[],
  { occurrences }: ActivityRow,
  { from, to }: Span,
): Planned[] {
  const days = new Set(planned.map(({ day }) => day))
  const others = occurrences
    .filter(({ day }) => day >= from && day <= to && !days.has(day))
    .map(({ day }) => ({ day, milestone: null }))
  return [...planned, ...others].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

const timeboxesOf = async (ctx: Ctx): Promise<Timebox[]> =>
  (await milestonesOf(ctx)).flatMap(({ id, slug, title, startOn, dueOn }) =>
    startOn && dueOn ? [{ id, slug, title, startOn, dueOn }] : [],
  )
