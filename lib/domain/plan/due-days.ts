import { addDays, type PlainDate, weekday } from '#lib/kit/plain-date.ts'

/** How far the days before a start are looked at, in calendar days: room for the longest setting, and for many days off. */
export const REACH = 250

/**
 * The working day so many of them before the start: 1 is the last one before it, 0 the start itself. Working days are Monday
 * to Friday without the days on which the group is off. Where there are not so many, the first day that is looked at.
 */
export function dayBefore(start: PlainDate, count: number, off: ReadonlySet<PlainDate>): PlainDate {
  let [day, left] = [start, count]
  for (let step = 0; left > 0 && step < REACH; step += 1) {
    day = addDays(day, -1)
    if (weekday(day) <= 5 && !off.has(day)) left -= 1
  }
  return day
}

/** The Mondays behind the first day, up to the last. */
export function mondaysBetween(first: PlainDate, last: PlainDate): PlainDate[] {
  const mondays: PlainDate[] = []
  for (let day = addDays(first, 8 - weekday(first)); day <= last; day = addDays(day, 7)) mondays.push(day)
  return mondays
}
