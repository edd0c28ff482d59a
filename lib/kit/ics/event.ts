import ICAL from 'ical.js'
import { isPlainDate, type PlainDate } from '../plain-date.ts'
import type { Component } from './lines.ts'

/** A day, or a moment of it on the clock of a zone; a zone of null is the reader's own. */
export type Moment = { day: PlainDate; time: string | null; zone: string | null }
export type Duration = { days: number; seconds: number }

export type CalendarEvent = {
  uid: string
  sequence: number
  title: string
  start: Moment
  end: Moment | null
  duration: Duration | null
  /** As they stand in the file: no library computes with them. */
  rules: string[]
  added: Moment[]
  except: Moment[]
  /** The occurrence of a series in whose place this event stands. */
  replaces: Moment | null
  /** Why a series cannot be followed although its rule might. */
  unsupported: boolean
  cancelled: boolean
  /** Shown as free or as out of office by the calendar that it comes from. */
  free: boolean
  outOfOffice: boolean
}

export type Property = { name: string; params: Record<string, unknown>; type: string; values: string[] }

const RULES = /^(?:RRULE|EXRULE)[;:]/i

/** A content line as name, parameters and values, or null where it is none. Rules are left as text. */
export function propertyOf(line: string): Property | null {
  if (RULES.test(line)) {
    const [head = '', ...rest] = line.split(':')
    const name = head.split(';')[0] ?? ''
    return { name: name.toLowerCase(), params: {}, type: 'text', values: [rest.join(':')] }
  }
  try {
    const read: unknown = ICAL.parse.property(line)
    if (!Array.isArray(read)) return null
    const [name, params, type, ...values] = read as unknown[] // safe because each part is checked
    if (typeof name !== 'string' || typeof type !== 'string' || typeof params !== 'object') return null
    const texts = values.map((one) => (typeof one === 'string' || typeof one === 'number' ? `${one}` : ''))
    return { name, params: { ...params }, type, values: texts }
  } catch {
    return null
  }
}

/** An event of a calendar file; null where what is needed of it is missing or cannot be read. */
export function eventOf({ lines, broken }: Component): CalendarEvent | null {
  const properties = lines.map(propertyOf)
  if (broken || properties.includes(null)) return null
  const named = (name: string) => properties.filter((one) => one?.name === name).filter((one) => one !== null)
  const word = (name: string) => named(name)[0]?.values[0]?.trim().toUpperCase() ?? ''
  const moments = (name: string) => named(name).flatMap(momentsOf)
  const start = moments('dtstart')[0]
  const [added, except] = [moments('rdate'), moments('exdate')]
  const [end, replaces] = [moments('dtend')[0], moments('recurrence-id')[0]]
  const duration = named('duration')[0] ? durationOf(named('duration')[0]?.values[0] ?? '') : undefined
  const unread = [end, duration, replaces, ...added, ...except].includes(null)
  if (!start || unread) return null
  return {
    uid: named('uid')[0]?.values[0] ?? '',
    sequence: Number.parseInt(word('sequence'), 10) || 0,
    title: titleOf(named('summary')[0]?.values[0] ?? ''),
    start,
    end: end ?? null,
    duration: duration ?? null,
    rules: [...new Set(named('rrule').map((one) => one.values[0] ?? ''))],
    added: added.filter((one) => one !== null),
    except: except.filter((one) => one !== null),
    replaces: replaces ?? null,
    unsupported: named('exrule').length > 0 || named('recurrence-id').some(({ params }) => 'range' in params),
    cancelled: word('status') === 'CANCELLED',
    free: word('transp') === 'TRANSPARENT' || word('x-microsoft-cdo-busystatus') === 'FREE',
    outOfOffice: word('x-microsoft-cdo-busystatus') === 'OOF',
  }
}

const titleOf = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 120).toWellFormed()

const CLOCK = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(Z?)$/

/** Null for each value that is no day and no moment. */
export const momentsOf = ({ params, type, values }: Property): (Moment | null)[] =>
  values.map((value) => {
    // Many a program leaves out that its value is a day.
    const day = type === 'date' ? value : /^(.{10})T::$/.exec(value)?.[1]
    if (day !== undefined) return isPlainDate(day) ? { day, time: null, zone: null } : null
    const clock = CLOCK.exec(value)
    if (!clock || !isPlainDate(clock[1] ?? '')) return null
    const tzid = typeof params.tzid === 'string' ? params.tzid.trim() : null
    const time = `${clock[2]}:${clock[3]}`
    return { day: clock[1] ?? '', time, zone: clock[5] === 'Z' ? 'UTC' : tzid }
  })

const SPAN = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/

/** Null for what is no duration, and for a negative one. */
function durationOf(text: string): Duration | null {
  const found = SPAN.exec(text.trim())
  if (!found) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((one) => Number(one ?? 0))
  return { days: weeks * 7 + days, seconds: hours * 3600 + minutes * 60 + seconds }
}
