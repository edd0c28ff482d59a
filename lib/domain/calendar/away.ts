import type { CalendarEvent } from '#lib/kit/ics/event.ts'
import type { Wall } from '#lib/kit/ics/zones.ts'
import { addDays, daysBetween, type PlainDate } from '#lib/kit/plain-date.ts'

import type { LeftOutCode } from './left-out.ts'

/** Days away, both included; from noon of the first, until noon of the last. */
export type Away = { from: PlainDate; to: PlainDate; fromNoon: boolean; untilNoon: boolean }

export const MOST_DAYS = 366
const HOUR = 3600
const HALF_DAY = 3 * HOUR
const WHOLE_DAY = 6 * HOUR
/** Local time between which people work; work that ends by 13:00 leaves the afternoon. */
const [MORNING, NOON, LUNCH, EVENING] = ['09:00', '12:00', '13:00', '17:00'] as const

/** How long an event is by its own clocks; null when it ends before it begins. `short` is what can be no half day. */
export function lengthOf({ start, end, duration }: CalendarEvent): { days: number; short: boolean } | null {
  if (start.time === null) {
    const days = end ? daysBetween(start.day, end.day) : (duration?.days ?? 1)
    return days < 0 ? null : { days, short: false }
  }
  const seconds = duration
    ? duration.days * 24 * HOUR + duration.seconds
    : end
      ? secondsBetween(`${start.day}T${start.time}`, `${end.day}T${end.time ?? '00:00'}`)
      : 0
  // Clocks of two zones are up to 26 hours apart.
  const sure = !end || end.zone === start.zone
  return seconds < 0 && sure
    ? null
    : { days: Math.ceil(Math.max(0, seconds) / (24 * HOUR)), short: sure && seconds < HALF_DAY - HOUR }
}

/** By the clock, which is what half a day is measured by. */
const secondsBetween = (a: string, b: string) => (Date.parse(`${b}:00Z`) - Date.parse(`${a}:00Z`)) / 1000

export type Window = { first: PlainDate; last: PlainDate }

/** The days of one event in the group's zone, or why it is no absence. */
export function awayIn(event: CalendarEvent, wall: Wall, window: Window): Away | LeftOutCode {
  const { start, end } = event
  if (addDays((end ?? start).day, 2) < window.first && !event.duration) return 'out_of_range'
  if (addDays(start.day, -2) > window.last) return 'out_of_range'
  const away = isWholeDays(event) ? wholeDays(event) : hours(event, wall)
  if (typeof away === 'string') return away
  if (daysBetween(away.from, away.to) >= MOST_DAYS) return 'too_long'
  if (away.to < window.first || away.to > window.last) return 'out_of_range'
  return away
}

/** Also what lasts from midnight to midnight of its own zone, as Exchange writes days. */
const isWholeDays = ({ start, end }: CalendarEvent): boolean =>
  start.time === null ||
  (start.time === '00:00' && end?.time === '00:00' && end.zone === start.zone && start.zone !== 'UTC')

function wholeDays(event: CalendarEvent): Away | LeftOutCode {
  const length = lengthOf(event)
  if (length === null) return 'not_readable'
  if (length.days > MOST_DAYS) return 'too_long'
  if (event.start.time !== null && length.days === 0) return 'short'
  const to = addDays(event.start.day, Math.max(0, length.days - 1))
  return { from: event.start.day, to, fromNoon: false, untilNoon: false }
}

function hours(event: CalendarEvent, wall: Wall): Away | LeftOutCode {
  if (lengthOf(event)?.short) return 'short'
  const begin = wall(event.start)
  const end = endOf(event, begin, wall)
  if (begin === 'unknown' || end === 'unknown') return 'zone_unknown'
  if (begin === 'spent' || end === 'spent') return 'too_many'
  const seconds = secondsBetween(begin, end)
  if (seconds < 0) return 'not_readable'
  if (seconds < HALF_DAY) return 'short'
  if (seconds > (MOST_DAYS + 1) * 24 * HOUR) return 'too_long'
  const [[from, starts], [last, clock]] = [halves(begin), halves(end)]
  const midnight = clock === '00:00'
  const to = midnight ? addDays(last, -1) : last
  const ends = midnight ? '24:00' : clock
  return from === to ? oneDay(from, starts, ends, seconds) : severalDays({ from, starts, to, ends })
}

/** Day and time. */
const halves = (wall: string) => [wall.slice(0, 10), wall.slice(11)] as const

/** What lasts at least six hours is a day; less is half of one when it leaves the other half. */
function oneDay(day: PlainDate, starts: string, ends: string, seconds: number): Away | LeftOutCode {
  if (starts >= EVENING || ends <= MORNING) return 'off_hours'
  const whole = seconds >= WHOLE_DAY
  const [fromNoon, untilNoon] = [!whole && starts >= NOON, !whole && ends <= LUNCH]
  if (!whole && fromNoon === untilNoon) return 'midday'
  return { from: day, to: day, fromNoon, untilNoon }
}

/** The first day counts from when its work would still begin, the last as far as its work would have begun. */
function severalDays(on: { from: PlainDate; starts: string; to: PlainDate; ends: string }) {
  const late = on.starts >= EVENING
  const early = on.ends <= MORNING
  const from = late ? addDays(on.from, 1) : on.from
  const to = early ? addDays(on.to, -1) : on.to
  if (to < from) return 'off_hours'
  const [fromNoon, untilNoon] = [!late && on.starts >= NOON, !early && on.ends <= LUNCH]
  return { from, to, fromNoon, untilNoon }
}

function endOf({ start, end, duration }: CalendarEvent, begin: string, wall: Wall): string {
  if (end) return wall({ ...end, time: end.time ?? '00:00', zone: end.zone ?? start.zone })
  if (!duration || begin === 'unknown' || begin === 'spent') return begin
  const ends = Date.parse(`${begin}:00Z`) + (duration.days * 24 * HOUR + duration.seconds) * 1000
  return new Date(ends).toISOString().slice(0, 16)
}
