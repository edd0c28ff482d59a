import { Temporal } from 'temporal-polyfill'

import type { PlainDate } from './plain-date.ts'
import type { Refusal } from './refusal.ts'

/**
 * The one place where the group's time zone turns instants into days and days into instants.
 * Server only: the browser is told days. Zones are IANA names, e.g. 'Europe/Lisbon'.
 */

/** The day on the group's wall calendar at that instant (a Date, or text with an offset or 'Z').
 * @throws RangeError when the zone or the instant is none */
export function dayIn(zone: string, instant: Date | string): PlainDate {
  return instantOf(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The first instant of the day: usually midnight, later where the clocks skip midnight.
 * @throws RangeError when the zone or the day is none */
export function startOfDay(zone: string, day: PlainDate): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
}

/** The exclusive end of the day, which is the start of the next: 23, 24 or 25 hours later.
 * @throws RangeError when the zone or the day is none */
export function endOfDay(zone: string, day: PlainDate): Date {
  return startOfDay(zone, Temporal.PlainDate.from(day).add({ days: 1 }).toString())
}

/**
 * Whether it names a time zone with which can be computed here: the very library is asked. Bare offsets such as '+02:00'
 * do not, they know no summer, nor does 'IST', which is another zone to everybody who reads it.
 */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/** The zone to compute with where this one is kept: itself, or UTC where it is none, until another is chosen. */
export const zoneOrUtc = (kept: string): string => (isZone(kept) ? kept : 'UTC')

/** Why something is no time zone, in words. */
export const whyNotZone = (name: string): Refusal | null => (isZone(name) ? null : noSuchZone(name))

export const noSuchZone = (name: string): Refusal => ({
  code: 'no_such_zone',
  because: `Unknown time zone “${name}”. Use a name such as “Europe/Berlin”.`,
})

function instantOf(instant: Date | string): Temporal.Instant {
  if (typeof instant === 'string') return Temporal.Instant.from(instant)
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
}

/** The time of day on the wall clock of that zone, as 'HH:MM'.
 * @throws RangeError when the zone or the instant is none */
export function clockIn(zone: string, instant: Date | string): string {
  return instantOf(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** Day and time on the wall clock of that zone, as 'YYYY-MM-DDTHH:MM'.
 * @throws RangeError when the zone or the instant is none */
export function wallIn(zone: string, instant: Date): string {
  return instantOf(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** The instant of a day at 'HH:MM' on that wall clock; where the clocks skip it, the moment after the skip.
 * @throws RangeError when the zone, the day or the time is none */
export function atTime(zone: string, day: PlainDate, time: string): Date {
  const local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time))
  return new Date(local.toZonedDateTime(zone).epochMilliseconds)
}
