import { addDays, eachDay, isoWeek, isPlainDate, type PlainDate, weekday } from './plain-date.ts'

/** A week by ISO 8601 as '2026-W49', Monday to Sunday, of the year of its Thursday. Weeks sort as texts do. */
export type IsoWeek = string

const FORM = /^(\d{4})-W(\d{2})$/

/** @returns whether there is such a week: '2026-W53' is one, '2027-W53' is none */
export function isIsoWeek(text: string): boolean {
  const monday = mondayBySum(text)
  return monday !== null && isoWeek(monday) === text
}

/** @throws RangeError when there is no such week */
export function mondayOf(week: IsoWeek): PlainDate {
  const monday = mondayBySum(week)
  if (monday === null || isoWeek(monday) !== week) throw new RangeError(`${week} is not a week`)
  return monday
}

/** Its seven days, from Monday on. */
export function daysOfIsoWeek(week: IsoWeek): PlainDate[] {
  const monday = mondayOf(week)
  return eachDay(monday, addDays(monday, 6))
}

/** Its last day, the Sunday. */
export const lastDayOf = (week: IsoWeek): PlainDate => addDays(mondayOf(week), 6)

export const nextIsoWeek = (week: IsoWeek): IsoWeek => weeksLater(week, 1)

export const previousIsoWeek = (week: IsoWeek): IsoWeek => weeksLater(week, -1)

/** @param weeks how many later, negative for earlier */
export const weeksLater = (week: IsoWeek, weeks: number): IsoWeek =>
  isoWeek(addDays(mondayOf(week), 7 * weeks))

/** The last `count` weeks up to this one, the oldest first. */
export const weeksUpTo = (week: IsoWeek, count: number): IsoWeek[] =>
  Array.from({ length: count }, (_, at) => weeksLater(week, at + 1 - count))

/** Its number as people say it: 'week 49'. */
export const weekName = (week: IsoWeek): string => `week ${Number(week.slice(6))}`

/** Where the week would begin if the year had it; null for what is not written as a week, or lies beyond days. */
function mondayBySum(text: string): PlainDate | null {
  const [, year, week] = FORM.exec(text) ?? []
  if (year === undefined || week === undefined || week === '00') return null
  const fourth = `${year}-01-04`
  if (!isPlainDate(fourth)) return null
  const first = 1 - weekday(fourth) + 7 * (Number(week) - 1)
  // The first and the last week of all years reach beyond the days that there are.
  if ((year === '0001' && first < -3) || (year === '9999' && first > 350)) return null
  return addDays(fourth, first)
}
