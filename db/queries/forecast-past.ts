import type { DayOfWork } from '#lib/domain/capacity/by-day.ts'
import { conditionOf } from '#lib/domain/closing/span.ts'
import {
  type BackTest,
  backTest,
  type OverMilestone,
  type PastIssue,
} from '#lib/domain/forecast/back-test.ts'
import { MOST_PAST } from '#lib/domain/forecast/past.ts'
import { isOver } from '#lib/domain/milestones.ts'
import { addDays, compareDays, eachDay, type PlainDate, weekday } from '#lib/kit/plain-date.ts'
import { dayIn, startOfDay } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { availableIn, capacityTerms, type Timebox } from './capacity-terms.ts'
import { groupDaysOff } from './days-off.ts'
import { keptUntilChange } from './kept.ts'
import { milestoneFacts, type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'

type Box = MilestoneRow & Timebox
export type PastBox = Omit<OverMilestone, 'issues'> & { issues: readonly (PastIssue & { ref: number })[] }
type Row = { milestone: number; ref: number; weight: number; enteredAt: Date; closedAt: Date | null }

/** In days. What was closed longer ago says nothing of the group as it is. */
const LONGEST_AGO = 3 * 365

/** As many are tested as are drawn from, and each from as many before it. */
const LOOKED_BACK = 2 * MOST_PAST

type Asked = { box: Timebox; by: 'capacity' | 'calendar' }
/** `tests`: what forecasts of those milestones would have said. */
type Past = { past: PastBox[]; days: DayOfWork[]; tests: BackTest[] }

/**
 * Milestones that are over and had Deliverables, the latest first, as their frozen outcomes have them, with the days of
 * work of their people; and those of the days of `box`. What was closed, and when, is never asked of today's cards: it
 * stays the same until something else than an issue changes, and is kept until then.
 *
 * @param by capacity counts the people of each day, the calendar each working day of the group as one
 */
export async function pastFor(ctx: Ctx, { box: { id, startOn, dueOn }, by }: Asked): Promise<Past> {
  const newest = ctx.inside ? null : await newestBesideIssues(ctx)
  return keptPast(ctx, newest, { box: { id, startOn, dueOn }, by })
}

const keptPast = keptUntilChange(readPast)

/** The number of the last event that is of no issue. */
async function newestBesideIssues(ctx: Ctx): Promise<number | null> {
  const { rows } = await ctx.db.query<{ number: number }>({
    name: 'newest-beside-issues',
    text: `select number from events where group_id = $1 and subject_kind <> 'issue' order by number desc limit 1`,
    values: [ctx.group.id],
  })
  return rows[0]?.number ?? null
}

async function readPast(ctx: Ctx, { box, by }: Asked): Promise<Past> {
  const since = addDays(box.startOn, -LONGEST_AGO)
  const earlier = (await milestonesOf(ctx))
    .filter(isTimebox)
    .filter(
      (one) => since <= one.startOn && one.dueOn < box.startOn && isOver(milestoneFacts(one), todayOf(ctx)),
    )
    .toSorted((a, b) => compareDays(b.startOn, a.startOn))
    .slice(0, LOOKED_BACK)
  const rows = Map.groupBy(await outcomesOf(ctx, earlier), ({ milestone }) => milestone)
  const used = earlier.filter(({ id }) => rows.has(Number(id))).map((one) => untilItsClosing(ctx, one))
  const [days = [], ...pastDays] = await (by === 'capacity' ? availableDays : workingDays)(ctx, [
    box,
    ...used,
  ])
  const past = used.map((one, at) => ({
    title: one.title,
    days: pastDays[at] ?? [],
    issues: issuesOf(ctx, one, rows.get(Number(one.id)) ?? []),
  }))
  return { past, days, tests: by === 'capacity' ? backTest(past, seedOf(ctx, box)).slice(0, MOST_PAST) : [] }
}

/** The same for every reader and each time: a forecast changes when the facts do. */
export const seedOf = ({ group }: Ctx, { id }: Pick<Timebox, 'id'>): string => `${group.id} ${id}`

const isTimebox = (one: MilestoneRow): one is Box => one.startOn !== null && one.dueOn !== null

/** What was closed before its last day ended that day. */
function untilItsClosing(ctx: Ctx, box: Box): Box {
  const closedOn = box.closedAt === null ? box.dueOn : dayIn(ctx.group.zone, box.closedAt)
  return { ...box, dueOn: closedOn < box.startOn ? box.startOn : closedOn < box.dueOn ? closedOn : box.dueOn }
}

/** By capacity; where none is known of some of them, each working day of the group is one for all. */
async function availableDays(ctx: Ctx, boxes: readonly Timebox[]): Promise<DayOfWork[][]> {
  const { from, to } = spanOf(boxes)
  const terms = await capacityTerms(ctx, from, to)
  const known = boxes.map((box) => availableIn(terms, box))
  if (known.every((days) => days.some(({ people }) => people > 0))) return known
  return workingDays(ctx, boxes)
}

/** Monday to Friday but for the days off of the group, each as one day of work. */
async function workingDays(ctx: Ctx, boxes: readonly Timebox[]): Promise<DayOfWork[][]> {
  const { from, to } = spanOf(boxes)
  const off = new Set((await groupDaysOff(ctx, from, to)).map(({ day }) => day))
  return boxes.map(({ startOn, dueOn }) =>
    eachDay(startOn, dueOn).map((day) => ({ day, people: weekday(day) <= 5 && !off.has(day) ? 1 : 0 })),
  )
}

function spanOf(boxes: readonly Timebox[]): { from: PlainDate; to: PlainDate } {
  const [from = ''] = boxes.map(({ startOn }) => startOn).toSorted()
  const to =
    boxes
      .map(({ dueOn }) => dueOn)
      .toSorted()
      .at(-1) ?? from
  return { from, to }
}

async function outcomesOf(ctx: Ctx, boxes: readonly Box[]): Promise<Row[]> {
  if (boxes.length === 0) return []
  const { zone } = ctx.group
  const ends = boxes.map(({ id, startOn, dueOn, closedAt }) => {
    const closed = closedAt === null ? null : new Date(closedAt)
    return conditionOf({ id, startOn, dueOn }, { zone, closedAt: closed }).to
  })
  const { rows } = await ctx.db.query<Row>({
    name: 'past-outcomes',
    text: `select o.milestone_id as milestone, o.issue_number as ref, coalesce(o.weight, 0) as weight,
        o.entered_at as "enteredAt",
        case when o.outcome = 'completed' then coalesce((select max(e.happened_at) from events e
          where e.group_id = o.group_id and e.issue_number = o.issue_number and e.happened_at < b.until
            and (e.type = 'issue.closed' or e.type = 'issue.moved' and e.data ? 'closed')), b.until) end as "closedAt"
      from unnest($2::int[], $3::timestamptz[]) as b(milestone, until)
      join milestone_outcomes o on o.group_id = $1 and o.milestone_id = b.milestone`,
    values: [ctx.group.id, boxes.map(({ id }) => Number(id)), ends],
  })
  return rows
}

/** In days of the group's calendar: what was there before the first day was there on it. */
function issuesOf(ctx: Ctx, { startOn, dueOn }: Box, rows: readonly Row[]): PastBox['issues'] {
  const dayOf = dayFinder(ctx.group.zone, startOn, dueOn)
  return rows.map(({ ref, weight, enteredAt, closedAt }) => ({
    ref,
    weight,
    enteredOn: dayOf(enteredAt),
    closedOn: closedAt === null ? null : dayOf(closedAt),
  }))
}

/** Finds the day among some by when they begin: zones are asked once a day, not once an issue. */
function dayFinder(zone: string, from: PlainDate, to: PlainDate): (instant: Date) => PlainDate {
  const starts = eachDay(addDays(from, 1), to).map((day) => ({ day, at: startOfDay(zone, day) }))
  return (instant) => starts.findLast(({ at }) => at <= instant)?.day ?? from
}
