import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  daysOfIsoWeek,
  isIsoWeek,
  lastDayOf,
  mondayOf,
  nextIsoWeek,
  previousIsoWeek,
  weekName,
  weeksLater,
  weeksUpTo,
} from './iso-week.ts'
import { addDays, isoWeek, weekday } from './plain-date.ts'

const days = fc.integer({ min: 0, max: 200_000 }).map((later) => addDays('1900-01-01', later))

describe('a week', () => {
  test.each([
    ['2026-W49', '2026-11-30', '2026-12-06'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2027-W01', '2027-01-04', '2027-01-10'],
    ['2025-W01', '2024-12-30', '2025-01-05'],
    ['0001-W01', '0001-01-01', '0001-01-07'],
    ['9999-W51', '9999-12-20', '9999-12-26'],
  ])('%s is %s to %s', (week, first, last) => {
    expect(isIsoWeek(week)).toBe(true)
    expect([mondayOf(week), lastDayOf(week)]).toEqual([first, last])
  })

  test.each([
    ['2027-W53', 'the year has 52'],
    ['2026-W54', 'no year has 54'],
    ['2026-W00', 'weeks begin with 1'],
    ['2026-W1', 'two digits'],
    ['2026-49', 'the letter says that it is a week'],
    ['2026-W49 ', 'nothing after it'],
    ['26-W49', 'four digits'],
    ['0000-W10', 'there is no such year'],
    ['', 'nothing'],
  ])('“%s” is none: %s', (text) => {
    expect(isIsoWeek(text)).toBe(false)
    expect(() => mondayOf(text)).toThrow(RangeError)
  })

  test('has the seven days whose week it is', () => {
    fc.assert(
      fc.property(days, (day) => {
        const week = isoWeek(day)
        const all = daysOfIsoWeek(week)
        expect(all).toHaveLength(7)
        expect(all).toContain(day)
        expect(all.map(isoWeek)).toEqual(all.map(() => week))
        expect(all.map(weekday)).toEqual([1, 2, 3, 4, 5, 6, 7])
      }),
    )
  })

  test('follows the one before it, over the ends of years', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 120 }), (day, count) => {
        const week = isoWeek(day)
        expect(previousIsoWeek(nextIsoWeek(week))).toBe(week)
        expect(nextIsoWeek(week) > week).toBe(true)
        expect(weeksLater(weeksLater(week, count), -count)).toBe(week)
        const last = weeksUpTo(week, count)
        expect(last).toHaveLength(count)
        expect(last.at(-1)).toBe(week)
        expect(last.toSorted()).toEqual(last)
        expect(new Set(last).size).toBe(count)
      }),
    )
    expect(weeksUpTo('2027-W02', 4)).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02'])
  })

  test('is named by its number', () => {
    expect([weekName('2026-W49'), weekName('2027-W01')]).toEqual(['week 49', 'week 1'])
  })
})
