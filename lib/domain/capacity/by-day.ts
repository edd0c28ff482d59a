import { weekday, type PlainDate } from '#lib/kit/plain-date.ts'

import { inWeeks } from './days.ts'
import type { Capacity, PersonDay } from './terms.ts'

/** A day, and how many days of work the people of the group have on it. */
export type DayOfWork = { day: PlainDate; people: number }

/**
 * The available days of a milestone, day by day. The sum of each week is that of the page of capacity, with all its terms and
 * what was put in their place; within the week it lies where people work: not on weekends, holidays and days off.
 */
export function availableByDay(
  { rows }: Pick<Capacity, 'rows'>,
  days: readonly PlainDate[],
  people: ReadonlyMap<string, readonly PersonDay[]>,
): DayOfWork[] {
  const present = days.map((day, at) => ({ day, people: presentOn(at, people) }))
  return inWeeks(present).flatMap((week, at) => {
    const available = rows.reduce((sum, { weeks }) => sum + (weeks[at]?.availableDays ?? 0), 0)
    const all = week.reduce((sum, one) => sum + one.people, 0)
    // where only the manager's word says that there is work, it is done from Monday to Friday
    const parts = all > 0 ? week : week.map(({ day }) => ({ day, people: weekday(day) <= 5 ? 1 : 0 }))
    const whole = parts.reduce((sum, one) => sum + one.people, 0)
    return parts.map((one) => ({ day: one.day, people: whole > 0 ? (available * one.people) / whole : 0 }))
  })
}

function presentOn(at: number, people: ReadonlyMap<string, readonly PersonDay[]>): number {
  let sum = 0
  for (const days of people.values()) {
    const day = days[at]
    if (day) sum += (day.work - day.off) * Math.max(0, 1 - day.away)
  }
  return sum
}
