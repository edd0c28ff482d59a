import { clockIn, dayIn, dayMonth, dayMonthYear } from '#components/ui/days/days.ts'
import { isPlainDate } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

/** The day of a moment on the calendar of the group. */
export const dayOf = (at: string, zone: string): PlainDate => (isPlainDate(at) ? at : dayIn(zone, at))

/** “11 Dec, end of day”, or “11 Dec, 10:30” on the clock of the group; with the year where it is another than today's. */
export function momentText(at: string, zone: string, today: PlainDate): string {
  const day = dayOf(at, zone)
  const text = day.slice(0, 4) === today.slice(0, 4) ? dayMonth(day) : dayMonthYear(day)
  return `${text}, ${isPlainDate(at) ? 'end of day' : clockIn(zone, at)}`
}

/** As the title of a page ends, on paper and in the browser. */
export const asOfText = (at: string, zone: string): string => {
  const day = dayMonthYear(dayOf(at, zone))
  return isPlainDate(at) ? `as of ${day}` : `as of ${day}, ${clockIn(zone, at)}`
}
