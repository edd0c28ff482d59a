import type { Refusal } from '../refusal.ts'
import { type CalendarEvent, eventOf, propertyOf } from './event.ts'
import { calendarsOf, type Component } from './lines.ts'
import { type Zones, zonesOf } from './zones.ts'

export type CalendarFile = { events: CalendarEvent[]; zones: Zones; unreadable: string[] }

/**
 * Reads a calendar file of at most `MOST_CHARACTERS`. An event that cannot be read is named in `unreadable`, by its title
 * or empty, and keeps no other from being read. Repetitions are read as text; no day is computed here.
 */
export function readCalendar(text: string): CalendarFile | Refusal {
  const calendars = calendarsOf(text)
  if ('code' in calendars) return calendars
  const unreadable: string[] = []
  const events = calendars.flatMap((calendar) => {
    const cancels = calendar.lines.some((line) => /^METHOD:\s*CANCEL\s*$/i.test(line))
    return partsOf(calendar, 'VEVENT').flatMap((part) => {
      const event = eventOf(part)
      if (event) return [{ ...event, cancelled: event.cancelled || cancels }]
      unreadable.push(titleIn(part))
      return []
    })
  })
  return { events, zones: zonesOf(calendars.flatMap(({ parts }) => parts)), unreadable }
}

const partsOf = ({ parts }: Component, name: string) => parts.filter((one) => one.name === name)

const titleIn = ({ lines }: Component): string => {
  const line = lines.find((one) => /^SUMMARY[;:]/i.test(one))
  return line ? (propertyOf(line)?.values[0] ?? '').slice(0, 120).toWellFormed() : ''
}
