import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  addDays,
  compareDays,
  daysBetween,
  eachDay,
  isoWeek,
  isPlainDate,
  monthOf,
  plainDate,
  weekday,
} from './plain-date.ts'

const LAST = daysBetween('0001-01-01', '9999-12-31')
const days = fc.integer({ min: 0, max: LAST }).map((n) => addDays('0001-01-01', n))

/** The same question put to the platform's calendar. */
const platform = (day: string) => new Date(`${day}T00:00:00Z`)

describe('what a day is', () => {
  test.each(['2026-11-18', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (day) => {
    expect(isPlainDate(day)).toBe(true)
  })

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2026-1-1',
    '2026-11-18T00:00',
    '',
    '２０２６-11-18',
  ])('%j is none', (day) => expect(isPlainDate(day)).toBe(false))

  test('a day that does not exist is never calculated with', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => plainDate(2026, 2, 29)).toThrow(RangeError)
  })
})

describe('arithmetic', () => {
  test('a leap day is counted', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
  })

  test('the calendar ends where four digits end, and parts of days do not exist', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError)
  })

  test('any day agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        const then = platform(day).getTime() + n * 86_400_000
        if (then < platform('0001-01-01').getTime() || then > platform('9999-12-31').getTime()) return
        expect(addDays(day, n)).toBe(new Date(then).toISOString().slice(0, 10))
        expect(daysBetween(day, addDays(day, n))).toBe(n)
        expect(weekday(day)).toBe(platform(day).getUTCDay() || 7)
      }),
    )
  })

  test('text order is calendar order', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(Math.sign(compareDays(b, a))).toBe(Math.sign(daysBetween(a, b)))
      }),
    )
  })
})

describe('weeks and months', () => {
  test('a week belongs to the year of its Thursday', () => {
    expect(isoWeek('2026-11-18')).toBe('2026-W47')
    expect(isoWeek('2027-01-03')).toBe('2026-W53')
    expect(isoWeek('2024-12-30')).toBe('2025-W01')
    expect(isoWeek('0001-01-01')).toBe('0001-W01')
    expect(isoWeek('9999-12-31')).toBe('9999-W52')
  })

  test('Monday to Sunday share their week, and the next Monday does not', () => {
    fc.assert(
      fc.property(days, (day) => {
        if (day < '0001-01-08' || day > '9999-12-20') return
        const monday = addDays(day, 1 - weekday(day))
        expect(isoWeek(addDays(monday, 6))).toBe(isoWeek(monday))
        expect(isoWeek(addDays(monday, 7)) > isoWeek(monday)).toBe(true)
      }),
    )
  })

  test('a month is its first seven letters', () => expect(monthOf('2026-11-18')).toBe('2026-11'))
})

test('the days from one to another are both of them and all between, and none backwards', () => {
  expect(eachDay('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
  expect(eachDay('2028-03-01', '2028-03-01')).toEqual(['2028-03-01'])
  expect(eachDay('2028-03-01', '2028-02-28')).toEqual([])
})
