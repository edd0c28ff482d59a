import type { ForecastView } from '#lib/contract/forecast.ts'
import type { DayOfWork } from '#lib/domain/capacity/by-day.ts'
import { pastOf } from '#lib/domain/forecast/back-test.ts'
import { type Forecast, forecastOf } from '#lib/domain/forecast/forecast.ts'
import { whyNoForecast } from '#lib/domain/forecast/none.ts'
import { MOST_PAST, type PastMilestone, placed } from '#lib/domain/forecast/past.ts'
import { TRIALS } from '#lib/domain/forecast/trials.ts'
import { isOver } from '#lib/domain/milestones.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { deliverableLabels } from './capacity-work.ts'
import { type DeliverableRow, deliverableRows, placeOf } from './deliverables.ts'
import { pastFor, seedOf } from './forecast-past.ts'
import { keptUntilChange } from './kept.ts'
import { boxOf } from './milestone-overview.ts'
import { milestoneFacts, milestonesOf, todayOf } from './milestones.ts'

/** How much is left of the day that runs is not known: half of it counts. */
const OF_TODAY = 0.5

/** What is likely to be closed by the end of a milestone. @throws refused for a shelf */
export async function readForecast(ctx: Ctx, { milestone }: { milestone: string }): Promise<ForecastView> {
  const [all, labelIds] = await Promise.all([milestonesOf(ctx), deliverableLabels(ctx)])
  const box = boxOf(all, milestone)
  const today = todayOf(ctx)
  const facts = milestoneFacts(box)
  const over = isOver(facts, today)
  const hasStarted = box.startOn <= today
  // what has no forecast needs no history: its days may lie centuries away
  const [rows, known] = await Promise.all([
    deliverableRows(ctx, box, labelIds),
    hasStarted && !over ? pastFor(ctx, { box, by: 'capacity' }) : { past: [], days: [], tests: [] },
  ])
  const past = pastOf(known.past).slice(0, MOST_PAST)
  const ahead = daysLeft(known.days, today)
  const { done, open } = partsOf(rows)
  const assigned = done.length + open.length
  const none = whyNoForecast({
    title: box.title,
    hasStarted,
    isOver: over,
    assigned,
    past: past.length,
  })
  const told = none
    ? null
    : forecastOf({
        past,
        ahead,
        done: { count: done.length, weight: done.reduce((sum, { weight }) => sum + weight, 0) },
        open: open.map(({ row, state }) => ({ ref: row.ref, weight: row.weight, state })),
        seed: seedOf(ctx, box),
      })
  return {
    milestone: facts,
    today,
    none,
    forecast: told && shown(told, ahead, rows),
    trials: TRIALS,
    past: past.map(pastFacts),
    ahead: {
      workingDays: ahead.filter(({ people }) => people > 0).length,
      people: tenths(ahead.reduce((sum, { people }) => sum + people, 0)),
    },
    backTests: known.tests,
  }
}

/** The same for all readers of the same sight, and drawn once after each change. */
export const keptForecast = keptUntilChange(readForecast)

const daysLeft = (days: readonly DayOfWork[], today: PlainDate) =>
  placed(days)
    .filter(({ day }) => day >= today)
    .map((one) => ({ ...one, people: one.day === today ? one.people * OF_TODAY : one.people }))

/** What was closed without being done can no longer be done: it is in neither part. */
function partsOf(rows: readonly DeliverableRow[]) {
  const placed = rows.map((row) => ({ row, state: placeOf(row) }))
  return {
    done: placed.flatMap(({ row, state }) => (state === 'done' ? row : [])),
    open: placed.flatMap(({ row, state }) => (state === 'done' || state === 'dropped' ? [] : { row, state })),
  }
}

/** Sums are the group's, the list is the reader's. */
function shown(
  { count, weight, movers }: Forecast,
  ahead: readonly DayOfWork[],
  rows: readonly DeliverableRow[],
): NonNullable<ForecastView['forecast']> {
  const dated = ({ days, ...fan }: Forecast['count']) => ({
    ...fan,
    days: days.map((one, at) => ({ ...one, day: ahead[at]?.day ?? '' })),
  })
  const seen = movers.flatMap((mover) => {
    const row = rows.find(({ ref }) => ref === mover.ref)
    return row?.shown ? { ...mover, title: row.title } : []
  })
  return { count: dated(count), weight: dated(weight), movers: seen, notShown: movers.length - seen.length }
}

/** How much a milestone closed, as a reader adds it up. */
export const pastFacts = ({ title, people, days }: PastMilestone): ForecastView['past'][number] => ({
  title,
  workingDays: days.length,
  people: tenths(people),
  count: days.reduce((sum, day) => sum + day.count, 0),
  weight: days.reduce((sum, day) => sum + day.weight, 0),
})

const tenths = (value: number): number => Math.round(value * 10) / 10
