import { addDays, weekday } from '#lib/kit/plain-date.ts'
import { atTime, clockIn, dayIn } from '#lib/kit/zone.ts'

import type { Snooze } from './snooze.ts'

const THREE_HOURS = 3 * 3_600_000
const MORNING = '09:00'

/** Later today is three hours on; tomorrow and next week are nine o'clock in the morning, where the person is. */
export function snoozedUntil(snooze: Snooze, now: Date, zone: string): Date {
  const today = dayIn(zone, now)
  if (snooze === 'later') return new Date(now.getTime() + THREE_HOURS)
  if (snooze === 'tomorrow') return atTime(zone, addDays(today, 1), MORNING)
  return atTime(zone, addDays(today, 8 - weekday(today)), MORNING)
}

/** Times of day as 'HH:MM'; from after to before means over midnight. */
export type QuietHours = { from: string; to: string; zone: string }

/** The quiet time that `now` lies in, from when until when; null when it is not quiet. The same time twice is none. */
export function quietAt({ from, to, zone }: QuietHours, now: Date): { since: Date; until: Date } | null {
  const [clock, today] = [clockIn(zone, now), dayIn(zone, now)]
  const overnight = from > to
  const isQuiet = overnight ? clock >= from || clock < to : clock >= from && clock < to
  if (!isQuiet) return null
  const began = overnight && clock < to ? addDays(today, -1) : today
  return { since: atTime(zone, began, from), until: atTime(zone, overnight ? addDays(began, 1) : began, to) }
}
