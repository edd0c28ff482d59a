import ICAL from 'ical.js'
import { assert, constant, constantFrom, integer, oneof, pre, property, subarray, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#lib/kit/plain-date.ts'
import { daysOfRecurrence, recurrenceOf } from './recurrence.ts'

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

function daysOf(rule: string, start: string, first = start, last = addDays(start, 500)) {
  const read = recurrenceOf(rule, start)
  return read && daysOfRecurrence(read, start, { first, last, most: 60 }, { steps: 20_000 })
}

/** What the library makes of a rule; the start is an occurrence, whether or not the rule has it. */
function byLibrary(rule: string, start: string, last: string): string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start))
  const found: string[] = []
  for (let next = iterator.next(); next && found.length < 60; next = iterator.next()) {
    if (next.toString() > last) break
    found.push(next.toString())
  }
  return found
}

const weekdays = subarray(WEEKDAYS, { minLength: 1 }).map((days) => `BYDAY=${days.join(',')}`)
const nth = tuple(constantFrom(-2, -1, 1, 2, 3, 4, 5), constantFrom(...WEEKDAYS)).map(
  ([at, day]) => `BYDAY=${at}${day}`,
)
const rules = oneof(
  tuple(constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY')),
  tuple(constantFrom('DAILY', 'WEEKLY', 'MONTHLY'), weekdays),
  tuple(constant('WEEKLY'), weekdays, constant('WKST=SU')),
  tuple(constant('MONTHLY'), nth),
).map((parts) => `FREQ=${parts.join(';')}`)
const starts = integer({ min: 0, max: 3000 }).map((later) => addDays('2024-02-27', later))

test('a rule has the days that the library finds, when its start is one of them', () => {
  assert(
    property(rules, integer({ min: 1, max: 3 }), starts, (rule, interval, day) => {
      const text = `${rule};INTERVAL=${interval}`
      // Each rule is begun on one of its days: what else a start means, calendars do not agree on.
      const [start = day] = byLibrary(rule, day, '2099-01-01')
      // Of a year without a 29 February it makes 1 March: see the next test.
      pre(!(rule === 'FREQ=YEARLY' && start.endsWith('-02-29')))
      const last = addDays(start, 500)
      expect(daysOf(text, start), `${text} from ${start}`).toEqual(byLibrary(text, start, last))
    }),
    { numRuns: 80 },
  )
})

test('a day that a year or a month has not is left out, by RFC 5545', () => {
  const years = daysOf('FREQ=YEARLY', '2024-02-29', '2024-02-29', '2033-01-01')
  expect(years).toEqual(['2024-02-29', '2028-02-29', '2032-02-29'])
  const months = daysOf('FREQ=MONTHLY', '2026-01-31', '2026-01-31', '2026-06-01')
  expect(months).toEqual(['2026-01-31', '2026-03-31', '2026-05-31'])
})

test('days before those asked for are counted, and those of an endless rule are passed over', () => {
  expect(daysOf('FREQ=DAILY;COUNT=3', '2026-12-01', '2026-12-02')).toEqual(['2026-12-02', '2026-12-03'])
  expect(daysOf('FREQ=YEARLY', '1970-12-24', '2026-11-30', '2028-01-01')).toEqual([
    '2026-12-24',
    '2027-12-24',
  ])
  expect(daysOf('FREQ=WEEKLY;INTERVAL=2', '1999-01-04', '2026-11-30', '2026-12-31')).toEqual([
    '2026-11-30',
    '2026-12-14',
    '2026-12-28',
  ])
})

test('a rule may say again what its start says', () => {
  const rule = 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24;UNTIL=20271231'
  expect(daysOf(rule, '2026-12-24')).toEqual(['2026-12-24', '2027-12-24'])
  expect(recurrenceOf('FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24', '2026-12-24')).toBeNull()
})

test.each(
  [
    ['', 'FREQ=HOURLY', 'FREQ=DAILY;BYHOUR=9', 'FREQ=DAILY;FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=1MO', 'DAILY'],
    ['FREQ=DAILY;COUNT=0', 'FREQ=DAILY;COUNT=99999999', 'FREQ=DAILY;INTERVAL=-1', 'FREQ=DAILY;INTERVAL=0'],
    ['FREQ=DAILY;UNTIL=tomorrow', 'FREQ=DAILY;COUNT=2;UNTIL=20270101', 'FREQ=YEARLY;BYDAY=20MO'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'FREQ=WEEKLY;WKST=XX', 'FREQ=WEEKLY;BYDAY=', 'FREQ=DAILY;X=1'],
  ].flat(),
)('%s is not followed', (rule) => {
  expect(recurrenceOf(rule, '2026-12-01')).toBeNull()
})

test('a budget that is spent ends the count', () => {
  const rule = recurrenceOf('FREQ=YEARLY;BYMONTHDAY=29;COUNT=9999', '1972-02-29')
  const asked = { first: '2190-01-01', last: '2199-12-31', most: 9 }
  expect(rule && daysOfRecurrence(rule, '1972-02-29', asked, { steps: 50 })).toBeNull()
})
