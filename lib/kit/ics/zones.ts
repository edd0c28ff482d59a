import { addDays, type PlainDate, plainDate, weekday } from '../plain-date.ts'
import { atTime, isZone, wallIn } from '../zone.ts'
import { type Moment, momentsOf, propertyOf } from './event.ts'
import type { Component } from './lines.ts'
import { cityOfWindowsZone } from './windows-zones.ts'

/** A clock that a file describes: from which moment on, each year by its rule or once, it is so many seconds before UTC. */
type Observance = { offset: number; from: string; months: { month: number; nth: number; day: number } | null }
type Zone = { name: string } | { observances: Observance[] }
export type Zones = { of: (id: string) => Zone | null }

/** Whether there is such a zone is a slow question. */
const MOST_ZONES = 100

/** The zones of a file, by the names that its events use. @param parts of its calendars */
export function zonesOf(parts: Component[]): Zones {
  const described = new Map<string, Zone | null>()
  for (const part of parts.filter(({ name }) => name === 'VTIMEZONE').slice(0, MOST_ZONES)) {
    const properties = part.lines.map(propertyOf)
    const text = (name: string) => properties.find((one) => one?.name === name)?.values[0]?.trim() ?? ''
    described.set(text('tzid'), known(text('x-lic-location')) ?? describedZone(part))
  }
  const found = new Map<string, Zone | null>()
  const of = (id: string) => {
    if (!found.has(id) && found.size < MOST_ZONES) found.set(id, known(id) ?? described.get(id) ?? null)
    return found.get(id) ?? null
  }
  return { of }
}

/** Under its own name, that of Windows, or at the end of an address: `/example.org/Europe/Berlin`. */
function known(id: string): Zone | null {
  const segments = id.split('/').filter((one) => one !== '')
  const names = [id, cityOfWindowsZone(id), segments.slice(-2).join('/'), segments.slice(-3).join('/')]
  const name = names.find((one) => one !== null && one.length < 60 && isZone(one))
  return name ? { name } : null
}

function describedZone({ parts }: Component): Zone | null {
  const observances = parts.slice(0, MOST_ZONES).map(observanceOf)
  if (observances.length === 0 || observances.includes(null)) return null
  return { observances: observances.filter((one) => one !== null) }
}

const YEARLY = /^FREQ=YEARLY$/
const NTH = /^BYDAY=(-?[1-5])(MO|TU|WE|TH|FR|SA|SU)$/
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

function observanceOf({ lines }: Component): Observance | null {
  const properties = lines.map(propertyOf)
  const named = (name: string) => properties.find((one) => one?.name === name)
  const start = named('dtstart')
  const [at] = start ? momentsOf(start) : []
  const offset = offsetOf(named('tzoffsetto')?.values[0] ?? '')
  if (!at || offset === null) return null
  const from = `${at.day}T${at.time ?? '00:00'}`
  const rule = named('rrule')?.values[0]
  if (rule === undefined) return { offset, from, months: null }
  const parts = rule.toUpperCase().split(';')
  const nth = parts.map((one) => NTH.exec(one)).find((one) => one !== null)
  const month = Number(parts.find((one) => one.startsWith('BYMONTH='))?.slice(8))
  if (!parts.some((one) => YEARLY.test(one)) || !nth || !(month >= 1 && month <= 12)) return null
  return { offset, from, months: { month, nth: Number(nth[1]), day: WEEKDAYS.indexOf(nth[2] ?? '') + 1 } }
}

/** Seconds east of UTC of “+0200” or “+02:00”; null for what is no offset. */
function offsetOf(text: string): number | null {
  const found = /^([+-])(\d{2}):?([0-5]\d)(?::?([0-5]\d))?$/.exec(text.trim())
  if (!found || Number(found[2]) > 23) return null
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0)
  return found[1] === '-' ? -seconds : seconds
}

/** Turns moments of a file into what the clock at home says then, as 'YYYY-MM-DDTHH:MM'. */
export type Wall = (moment: Moment) => string | 'unknown' | 'spent'

const MOST_CONVERSIONS = 1000

/**
 * The wall clock of a zone for all moments of a file. It says `unknown` for a zone that it does not know, and `spent` when a
 * file has more moments in other zones than can be turned within a second. @param home the reader's zone
 */
export function wallOf(zones: Zones, home: string): Wall {
  const known = new Map<string, string>()
  const converted = ({ day, zone }: Moment, clock: string) => {
    const found = zone === null ? { name: home } : zones.of(zone)
    if (!found) return 'unknown'
    if ('name' in found && found.name === home) return `${day}T${clock}`
    if (known.size === MOST_CONVERSIONS) return 'spent'
    if ('name' in found) return wallIn(home, atTime(found.name, day, clock))
    const utc = Date.parse(`${day}T${clock}:00Z`)
    return wallIn(home, new Date(utc - offsetAt(found.observances, `${day}T${clock}`) * 1000))
  }
  return (moment) => {
    const clock = moment.time ?? '00:00'
    if (moment.zone === null || moment.zone === home) return `${moment.day}T${clock}`
    const key = `${moment.day}T${clock} ${moment.zone}`
    const wall = known.get(key) ?? converted(moment, clock)
    if (wall !== 'spent') known.set(key, wall)
    return wall
  }
}

/** What holds on that day is what began last before it; before all of them, what began first. */
function offsetAt(observances: Observance[], local: string): number {
  const year = Number(local.slice(0, 4))
  let best: { at: string; offset: number } | null = null
  for (const { offset, from, months } of observances) {
    const onsets = months ? [year - 1, year].map((one) => onsetIn(one, months, from)) : [from]
    for (const at of onsets)
      if (at >= from && at <= local && (best === null || at >= best.at)) best = { at, offset }
  }
  const first = observances.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
  return best?.offset ?? first?.offset ?? 0
}

const onsetIn = (year: number, { month, nth, day }: NonNullable<Observance['months']>, from: string) =>
  `${year < 1 ? from.slice(0, 10) : nthOf(year, month, nth, day)}T${from.slice(11)}`

/** The nth weekday of a month, counted from its end when negative; 1 = Monday. A fifth that there is not is the fourth. */
export function nthOf(year: number, month: number, nth: number, day: number): PlainDate {
  const first = plainDate(year, month, 1)
  const next = month === 12 ? plainDate(year + 1, 1, 1) : plainDate(year, month + 1, 1)
  const days =
    nth > 0
      ? addDays(first, ((day - weekday(first) + 7) % 7) + (nth - 1) * 7)
      : addDays(next, -(((weekday(next) - day + 6) % 7) + 1) + (nth + 1) * 7)
  if (days >= next) return addDays(days, -7)
  return days < first ? addDays(days, 7) : days
}
