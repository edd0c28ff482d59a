import type { CalendarEvent, Moment } from '#lib/kit/ics/event.ts'
import type { Wall } from '#lib/kit/ics/zones.ts'
import { addDays, daysBetween } from '#lib/kit/plain-date.ts'
import { FIRST_DAY, LAST_DAY } from '../days.ts'
import { lengthOf, MOST_DAYS, type Window } from './away.ts'
import type { LeftOutCode } from './left-out.ts'
import type { Series } from './in-place.ts'
import { type Budget, daysOfRecurrence, type Recurrence, recurrenceOf } from './recurrence.ts'

type Reading = { wall: Wall; window: Window; most: number; budget: Budget }

/** Changes of one series that are looked at. */
const MOST_CHANGES = 400

/**
 * The events that a series stands for within the window, those that were changed in their place, or why it is not followed.
 * A single event is given wherever it lies, so that what is left out can be named.
 */
export function occurrencesOf({ event, instead }: Series, reading: Reading): CalendarEvent[] | LeftOutCode {
  const { start } = event
  if ([event, ...instead].some(isFarOff)) return 'out_of_range'
  const repeats = event.rules.length > 0 || event.added.length > 0
  if (event.unsupported || instead.some(({ unsupported }) => unsupported)) return 'recurrence_not_supported'
  if (!repeats) return [event, ...instead]
  const rule = event.rules.length === 1 ? recurrenceOf(event.rules[0] ?? '', start.day) : null
  if (event.rules.length > 0 && !rule) return 'recurrence_not_supported'
  const length = lengthOf(event)
  if (length === null || length.days > MOST_DAYS) return 'too_long'
  // Nothing can come of meetings, however often they are held.
  if (length.short && instead.every((one) => lengthOf(one)?.short)) return 'short'
  const changes = event.except.length + event.added.length + instead.length
  if (changes > MOST_CHANGES) return 'too_many'
  const { window, most, budget } = reading
  const first = addDays(window.first, -length.days - 1)
  const asked = { first, last: window.last, most: most + changes + 1 }
  const days = rule ? daysOfRecurrence(rule, start.day, asked, budget) : [start.day]
  if (days === null) return 'too_many'
  const regular = [...new Set(days)].map((day) => movedTo(event, { ...start, day }))
  const added = event.added.map((moment) => movedTo(event, moment))
  const replaced = [...event.except, ...instead.flatMap(({ replaces }) => replaces ?? [])]
  const gone = new Set(replaced.map((one) => keyOf(one, reading)))
  const last = lastOf(rule, start, reading)
  const kept = [...regular, ...added].filter(({ start: at }) => {
    if (gone.has(at.day) || (last !== null && at.day > last.day)) return false
    if (gone.size === 0 && (last === null || at.day < last.near)) return true
    const key = keyOf(at, reading)
    return !gone.has(key) && (last === null || key <= last.key)
  })
  return [...kept.slice(0, most + 1), ...instead]
}

const isFarOff = ({ start, end }: CalendarEvent) =>
  [start, end ?? start].some(({ day }) => day < FIRST_DAY || day >= LAST_DAY)

/** The event as it is on another day: as long as before, by the clock of its own zone. */
function movedTo(event: CalendarEvent, start: Moment): CalendarEvent {
  const later = daysBetween(event.start.day, start.day)
  const end = event.end && { ...event.end, day: addDays(event.end.day, later) }
  // A day that is added to a series of hours has its hours.
  const begin = start.time === null ? { ...event.start, day: start.day } : start
  return { ...event, start: event.start.time === null ? { ...event.start, day: start.day } : begin, end }
}

/** By which an occurrence is known: its moment at home, or its day where it has no time. */
const keyOf = (moment: Moment, { wall }: Reading): string =>
  moment.time === null ? moment.day : wall(moment)

/** The end of a rule: no occurrence is after its day or its moment, and before `near` none needs to be asked. */
function lastOf(rule: Recurrence | null, start: Moment, reading: Reading) {
  if (!rule?.until) return null
  const { day, time, utc } = rule.until
  if (start.time === null || time === null) return { day, near: '9999-12-31', key: '' }
  const key = keyOf({ day, time, zone: utc ? 'UTC' : start.zone }, reading)
  return { day: addDays(day, 1), near: addDays(day, -1), key }
}
