import { monthInFull } from '#lib/kit/day-text.ts'
import { addDays, isPlainDate, plainDate, weekday } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Six weeks from the Monday before the month of the day, so that no month is higher than another. */
export function weeksOf(day: PlainDate): PlainDate[][] {
  const first = `${day.slice(0, 8)}01`
  const monday = addDays(first, 1 - weekday(first))
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_unused, at) => addDays(monday, week * 7 + at)),
  )
}

/** The same day in another month, or its last where it is shorter. */
export function monthsAway(day: PlainDate, by: number): PlainDate {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + by
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  for (let number = Number(day.slice(8)); number > 28; number -= 1) {
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${number}`
    if (isPlainDate(text)) return text
  }
  return plainDate(year, month, Math.min(Number(day.slice(8)), 28))
}

/** “Saturday 14 November 2026”. */
export const dayInFull = (day: PlainDate): string =>
  `${WEEKDAYS[weekday(day) - 1]} ${Number(day.slice(8))} ${monthInFull(day)}`
