import type { PlainDate } from '#lib/kit/plain-date.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** '14 Nov', for a day of the year everybody is in. */
export function dayMonth(day: PlainDate): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''}`
}

/** '14 Nov 2026'. */
export const dayMonthYear = (day: PlainDate): string => `${dayMonth(day)} ${day.slice(0, 4)}`

/** '14 Nov – 11 Dec', both days included. */
export const daySpan = (from: PlainDate, to: PlainDate): string => `${dayMonth(from)} – ${dayMonth(to)}`

/** The day on the wall calendar of an IANA zone at an instant in ISO 8601; the same in Node as in a browser. */
export const dayIn = (zone: string, instant: string): PlainDate => wallIn(zone, instant).slice(0, 10)

/** '14 Nov 2026, 09:41' on the clock of the group, so that everybody reads the same. */
export function momentIn(zone: string, instant: string): string {
  return `${dayMonthYear(dayIn(zone, instant))}, ${clockIn(zone, instant)}`
}

export const clockIn = (zone: string, instant: string): string => wallIn(zone, instant).slice(11)

type Calendar = {
  Instant: {
    fromEpochMilliseconds(ms: number): {
      toZonedDateTimeISO(zone: string): { toPlainDateTime(): { toString(): string } }
    }
  }
}
declare global {
  /** Of the newer browsers; Node and the others have none. */
  var Temporal: Calendar | undefined
}

/** “2026-11-14T09:41”. The first format that is made stops a browser for 20 ms; a calendar of its own does not. */
function wallIn(zone: string, instant: string): string {
  const at = Date.parse(instant)
  if (globalThis.Temporal) {
    const wall = globalThis.Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
    return wall.toPlainDateTime().toString().slice(0, 16)
  }
  const { year, month, day, hour, minute } = partsIn(zone, at)
  return `${year}-${month}-${day}T${hour}:${minute}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

function partsIn(zone: string, at: number): Record<string, string> {
  let format = formats.get(zone)
  if (!format) {
    const two = '2-digit'
    const options = {
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      hourCycle: 'h23',
    } as const
    format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone })
    formats.set(zone, format)
  }
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}
