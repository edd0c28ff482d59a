import { monthInFull } from '#lib/kit/day-text.ts'
import { addDays, isPlainDate, monthOf, type PlainDate } from '#lib/kit/plain-date.ts'

/** A month of the group’s calendar, as `2026-11`. */
export type Month = string

export const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && isPlainDate(`${text}-01`)

const firstOf = (month: Month): PlainDate => `${month}-01`

/** The first and the last day of it. */
export function daysOfMonth(month: Month): { from: PlainDate; to: PlainDate } {
  return { from: firstOf(month), to: addDays(firstOf(nextMonth(month)), -1) }
}

export const nextMonth = (month: Month): Month => monthOf(addDays(firstOf(month), 31))

export const previousMonth = (month: Month): Month => monthOf(addDays(firstOf(month), -1))

/** “November 2026”. */
export const monthName = (month: Month): string => monthInFull(firstOf(month))

/** “since October”; with the year where that is another one. */
export const sinceMonth = (since: Month, now: Month): string =>
  `since ${since.slice(0, 4) === now.slice(0, 4) ? monthName(since).split(' ')[0] : monthName(since)}`

type Ending = { shelf: unknown; dueOn: PlainDate | null }

/** The milestones whose last day lies in the month; the earliest first. */
export function endedIn<T extends Ending>(month: Month, milestones: readonly T[]): T[] {
  return milestones
    .filter(({ shelf, dueOn }) => shelf === null && dueOn !== null && monthOf(dueOn) === month)
    .toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))
}
