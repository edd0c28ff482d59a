import type { Refusal } from '../refusal.ts'

/** Characters of a calendar file; with what JSON adds it stays below the megabyte of a request. */
export const MOST_CHARACTERS = 900_000
export const MOST_EVENTS = 3000

/** A component of a calendar file with its content lines, unfolded; `broken` when one that is needed is too long. */
export type Component = { name: string; lines: string[]; parts: Component[]; broken: boolean }

/** What times and repetitions are made of. Descriptions, guests and attachments are passed over unread. */
const NEEDED =
  /^(?:METHOD|UID|SEQUENCE|DTSTART|DTEND|DURATION|RRULE|EXRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|TRANSP|SUMMARY|TZID|TZOFFSETFROM|TZOFFSETTO|X-LIC-LOCATION|X-MICROSOFT-CDO-BUSYSTATUS)[;:]/i
const OPENS = /^BEGIN:([\w-]{1,40})\s*$/i
const CLOSES = /^END:([\w-]{1,40})\s*$/i

/** The parser needs the square of the length of a line, so that longer ones never reach it. */
const MOST_OF_LINE = 8000
const MOST_LINES = 400
const MOST_DEPTH = 8

/**
 * Takes a calendar file (RFC 5545) apart into its calendars, in time that grows with its length alone. Folded lines, a byte
 * order mark, each kind of line end and several calendars in one file are read; what is never closed ends with the file.
 */
export function calendarsOf(text: string): Component[] | Refusal {
  if (text.length > MOST_CHARACTERS) {
    return { code: 'file_too_large', because: 'The file is too large. Export a shorter time.' }
  }
  const top: Component = { name: '', lines: [], parts: [], broken: false }
  const open = [top]
  let events = 0
  for (const line of unfolded(text)) {
    const opens = OPENS.exec(line)?.[1]?.toUpperCase()
    const within = open.at(-1) ?? top
    if (opens !== undefined) {
      if (open.length > MOST_DEPTH) return notReadable
      if (opens === 'VEVENT') events += 1
      if (events > MOST_EVENTS) {
        const because = `The file has more than ${MOST_EVENTS} events. Export a shorter time.`
        return { code: 'too_many_events', because }
      }
      const part: Component = { name: opens, lines: [], parts: [], broken: false }
      within.parts.push(part)
      open.push(part)
    } else if (CLOSES.test(line)) {
      if (open.length > 1) open.pop()
    } else if (NEEDED.test(line)) {
      if (within.lines.length === MOST_LINES) within.broken = true
      else if (line.length <= MOST_OF_LINE) within.lines.push(line)
      else if (!/^SUMMARY/i.test(line)) within.broken = true
    }
  }
  const calendars = top.parts.filter(({ name }) => name === 'VCALENDAR')
  return calendars.length > 0 ? calendars : notReadable
}

const notReadable: Refusal = {
  code: 'no_calendar',
  because: 'This is not a calendar file. Export one from your calendar as iCalendar (.ics).',
}

/** A line that begins with a space or a tab carries on the line before it. */
const unfolded = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
