import { expect, test } from 'vitest'
import { MOST_CHARACTERS } from './lines.ts'
import { readCalendar } from './read.ts'

const EVENT = ['BEGIN:VEVENT', 'UID:a', 'DTSTART;VALUE=DATE:20261221', 'SUMMARY:Away', 'END:VEVENT']
const file = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n')

function titles(text: string) {
  const read = readCalendar(text)
  return 'code' in read ? read.code : read.events.map(({ title }) => title)
}

test('byte order mark, any line end, folded lines, lower case and several calendars are read', () => {
  expect(titles(`\uFEFF${file(...EVENT)}`)).toEqual(['Away'])
  expect(titles(file(...EVENT).replaceAll('\r\n', '\n'))).toEqual(['Away'])
  expect(titles(file(...EVENT).replaceAll('\r\n', '\r'))).toEqual(['Away'])
  expect(titles(file(...EVENT).replace('SUMMARY:Away', 'SUMM\r\n ARY:Aw\r\n\tay, f\\, a\\nr'))).toEqual([
    'Away, f, a r',
  ])
  expect(titles(file(...EVENT).toLowerCase())).toEqual(['away'])
  expect(titles(`${file(...EVENT)}\r\n\r\n${file(...EVENT)}`)).toEqual(['Away', 'Away'])
})

test('what is no calendar, or too large, is refused', () => {
  expect(titles('')).toBe('no_calendar')
  expect(titles('Dear team,\nI am away.')).toBe('no_calendar')
  expect(titles('BEGIN:VCARD\nFN:Julie\nEND:VCARD')).toBe('no_calendar')
  expect(titles('x'.repeat(MOST_CHARACTERS + 1))).toBe('file_too_large')
  expect(titles(file(...Array.from({ length: 3001 }, () => EVENT).flat()))).toBe('too_many_events')
})

test('descriptions, alarms and guests are not read, and do not spoil the event', () => {
  const odd = ['DESCRIPTION', 'ATTENDEE;;;:::', 'BEGIN:VALARM', 'DTSTART:never', 'END:VALARM']
  expect(titles(file(...EVENT.toSpliced(2, 0, ...odd)))).toEqual(['Away'])
})

const HOSTILE: [string, string][] = [
  ['parameters', `SUMMARY;${'a=1;'.repeat(200_000)}:x`],
  ['quotation marks', `DTSTART;a="${'"a",'.repeat(200_000)}:x`],
  ['dates', `EXDATE:${'20261221T000000Z,'.repeat(50_000)}`],
  ['folds', `SUMMARY:${'a\r\n '.repeat(200_000)}`],
  ['components', 'BEGIN:VEVENT\r\n'.repeat(60_000)],
  ['ends', 'END:VEVENT\r\n'.repeat(60_000)],
  ['empty lines', '\r\n'.repeat(400_000)],
]

test.each(HOSTILE)('a flood of %s is answered at once', (_, flood) => {
  const before = process.cpuUsage()
  const read = readCalendar(file('BEGIN:VEVENT', flood, 'END:VEVENT', ...EVENT))
  if (!('code' in read)) expect(read.events.length).toBeLessThanOrEqual(1)
  const { user, system } = process.cpuUsage(before)
  expect(
    (user + system) / 1_000_000,
    'seconds of the processor; without these limits it takes minutes',
  ).toBeLessThan(20)
})
