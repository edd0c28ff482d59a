import ICAL from 'ical.js'
import { addDays, type PlainDate } from '../plain-date.ts'

/** Whole days, both included; or from one instant to another. */
export type Span = { from: PlainDate; to: PlainDate } | { begins: Date; ends: Date }

export type WrittenEvent = {
  /** The same for as long as the event lives, and of no other. */
  uid: string
  title: string
  span: Span
  /** When what it says was written. */
  at: Date
  /** Whether it takes the time of the person in whose calendar it stands. */
  busy: boolean
}

type Line = [name: string, params: Record<string, string>, type: string, value: string]

/** A calendar as iCalendar (RFC 5545). Equal events give equal bytes: it holds nothing of the moment of writing. */
export function calendarText(name: string, events: readonly WrittenEvent[]): string {
  const head: Line[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//Saydo//Time off//EN'],
    ['calscale', {}, 'text', 'GREGORIAN'],
    ['method', {}, 'text', 'PUBLISH'],
    ['x-wr-calname', {}, 'unknown', escaped(plain(name))],
    ['refresh-interval', {}, 'duration', 'PT1H'],
    ['x-published-ttl', {}, 'unknown', 'PT1H'],
  ]
  return `${ICAL.stringify(['vcalendar', head, events.map(written)]).trimEnd()}\r\n`
}

function written({ uid, title, span, at, busy }: WrittenEvent): [string, Line[], []] {
  const days: Line[] =
    'from' in span
      ? [
          ['dtstart', {}, 'date', span.from],
          ['dtend', {}, 'date', addDays(span.to, 1)],
        ]
      : [
          ['dtstart', {}, 'date-time', utc(span.begins)],
          ['dtend', {}, 'date-time', utc(span.ends)],
        ]
  const lines: Line[] = [
    ['uid', {}, 'text', uid],
    ['dtstamp', {}, 'date-time', utc(at)],
    ['last-modified', {}, 'date-time', utc(at)],
    ...days,
    ['summary', {}, 'text', plain(title)],
    ['transp', {}, 'text', busy ? 'OPAQUE' : 'TRANSPARENT'],
    ['x-microsoft-cdo-busystatus', {}, 'unknown', busy ? 'OOF' : 'FREE'],
  ]
  return ['vevent', lines, []]
}

const utc = (at: Date) => `${at.toISOString().slice(0, 19)}Z`

/** For a line of a program’s own: with its type beside it, as the library would write it, not every program reads it. */
const escaped = (text: string) => text.replace(/[\\;,]/g, String.raw`\$&`)

/** A file has no place for other control characters. */
const plain = (text: string) => text.replace(/\p{Cc}+/gu, ' ').trim()
