import { addDays, daysBetween, type PlainDate } from '#lib/kit/plain-date.ts'
import { dayIn, startOfDay } from '#lib/kit/zone.ts'

import type { Stage, Stay } from './stays.ts'

/** On which day of the group an instant lies, as a number: 0 for the first day, one more for each day after it. */
export type DayCount = { of: (instant: number) => number; dayOf: (instant: number) => PlainDate }

/**
 * Counts days as the boards do, by the calendar of the group. Thousands of instants are asked for, so that the beginnings of
 * all days from the first instant to the last are laid out once.
 */
export function dayCount(zone: string, first: Date, last: Date): DayCount {
  const [from, until] = [dayIn(zone, first), dayIn(zone, last)]
  const starts = Array.from({ length: daysBetween(from, until) + 1 }, (_, at) =>
    startOfDay(zone, addDays(from, at)).getTime(),
  )
  const of = (instant: number): number => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= instant) low = middle
      else high = middle - 1
    }
    return low
  }
  return { of, dayOf: (instant) => addDays(from, of(instant)) }
}

/** Days from the day on which a stay began to the day on which it ended: 0 within one day. */
export const daysOf = ({ from, to }: Pick<Stay, 'from' | 'to'>, count: DayCount): number =>
  count.of(to) - count.of(from)

/** The days of all stays in one stage together. */
export const daysIn = (stage: Stage, stays: readonly Stay[], count: DayCount): number =>
  stays.reduce((sum, stay) => (stay.stage === stage ? sum + daysOf(stay, count) : sum), 0)
