import type { Days } from '#lib/contract/events.ts'
import { addDays, daysBetween } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

/** The days that the slider reaches over, both included; today, at its end, stands for now. */
export type Span = { from: PlainDate; to: PlainDate }
/** A day on which something happened, and how often. */
export type ActiveDay = Days['items'][number]

/** So many days up to today; round a day that lies farther back, so many with it in the middle. */
export function spanOf(day: PlainDate, today: PlainDate, length: number): Span {
  const first = addDays(today, 1 - length)
  if (day >= first) return { from: first, to: today }
  const from = addDays(day, -Math.floor(length / 2))
  return { from, to: addDays(from, length - 1) }
}

type Here = {
  /** Today for now. */
  day: PlainDate
  today: PlainDate
  /** The first day of the group. */
  first: PlainDate
  span: Span
  /** Null while they are not known. */
  active: readonly ActiveDay[] | null
}

/**
 * Where a key leads to, with today for now: arrows to the next day on which something happened, Page Up and Down a week
 * on and back, Home to the first such day, End to now. Null for a key of something else.
 */
export function dayAfter(key: string, { day, today, first, span, active }: Here): PlainDate | null {
  const within = (to: PlainDate) => (to < first ? first : to > today ? today : to)
  const days = active?.map((one) => one.day).filter((one) => one < today) ?? []
  const beyond = (step: number, end: PlainDate) => addDays(active === null ? day : end, step)
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(days.findLast((one) => one < day) ?? beyond(-1, day < span.from ? day : span.from))
    case 'ArrowRight':
    case 'ArrowUp':
      return within(
        days.find((one) => one > day) ?? (span.to < today || active === null ? beyond(1, span.to) : today),
      )
    case 'PageDown':
      return within(addDays(day, -7))
    case 'PageUp':
      return within(addDays(day, 7))
    case 'Home':
      return within(days[0] ?? span.from)
    case 'End':
      return today
    default:
      return null
  }
}

/** How heavy the tick of a day is, 1 to 3: against the busiest day of the span, so that quiet groups have heavy ones too. */
export function weightOf(count: number, active: readonly ActiveDay[]): 1 | 2 | 3 {
  const most = Math.max(...active.map((one) => one.events))
  const part = Math.log1p(count) / Math.log1p(most)
  return part > 0.8 ? 3 : part > 0.45 ? 2 : 1
}

/** The place of a day on the slider, 0 at its left end. */
export const placeOf = (day: PlainDate, { from, to }: Span): number =>
  Math.min(Math.max(daysBetween(from, day), 0), daysBetween(from, to))
