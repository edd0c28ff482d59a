import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, daysBetween, weekday } from '#lib/kit/plain-date.ts'

import { daysInWeek, weekText } from './week-text.ts'
import {
  daysOf,
  DEFAULT_WEEK,
  type Holiday,
  holidaysOf,
  offOn,
  placeOn,
  placesOf,
  timeOn,
  whyNotWorkingTime,
  type WorkingTime,
  workOn,
  noSuchPlace,
  whyNotDayOff,
} from './working-times.ts'
import { because } from './testing/because.ts'

const nowhere = { country: '', region: '' }
const SUNDAY_TO_THURSDAY = [2, 2, 2, 2, 0, 0, 2]
const FOUR_DAYS = [2, 2, 2, 2, 0, 0, 0]
const MORNINGS = [1, 1, 1, 1, 1, 0, 0]

const from = (day: string, week: number[], place = nowhere): WorkingTime => ({ from: day, week, ...place })
const sum = (days: { work: number; off: number }[]) => ({
  work: days.reduce((all, { work }) => all + work, 0),
  off: days.reduce((all, { off }) => all + off, 0),
})
const on = (day: string, name = 'Feast', half = false): Holiday => ({ day, name, half })

describe('a working week', () => {
  test('is Monday to Friday until a person has another', () => {
    // 18.7 of the handbook: four weeks.
    expect(sum(daysOf({ times: [], holidays: [] }, '2025-11-15', '2025-12-12'))).toEqual({ work: 20, off: 0 })
    expect(workOn([from('2025-12-01', FOUR_DAYS)], '2025-11-28')).toBe(1)
    expect(workOn([from('2025-12-01', FOUR_DAYS)], '2025-12-05')).toBe(0)
  })

  test('can be four days, Sunday to Thursday, or mornings', () => {
    const weeks = [FOUR_DAYS, SUNDAY_TO_THURSDAY, MORNINGS]
    const work = weeks.map(
      (week) =>
        sum(daysOf({ times: [from('2025-01-01', week)], holidays: [] }, '2025-11-15', '2025-12-12')).work,
    )
    expect(work).toEqual([16, 20, 10])
    expect(workOn([from('2025-01-01', SUNDAY_TO_THURSDAY)], '2025-11-16')).toBe(1)
    expect(workOn([from('2025-01-01', SUNDAY_TO_THURSDAY)], '2025-11-14')).toBe(0)
  })

  test('changes on the day from which the next one holds, in whatever order they are told', () => {
    const times = [from('2025-12-01', FOUR_DAYS), from('2025-11-17', MORNINGS)]
    const work = daysOf({ times, holidays: [] }, '2025-11-14', '2025-12-05').map((day) => day.work)
    expect(work).toEqual([
      1,
      0,
      0,
      ...MORNINGS.map((half) => half / 2),
      ...MORNINGS.map((half) => half / 2),
      1,
      1,
      1,
      1,
      0,
    ])
    expect(timeOn(times, '2025-11-16')).toBeNull()
  })

  test('over a leap day and a change of clocks has its days like any other', () => {
    expect(sum(daysOf({ times: [], holidays: [] }, '2024-02-26', '2024-03-03')).work).toBe(5)
    expect(sum(daysOf({ times: [], holidays: [] }, '2026-03-23', '2026-03-29')).work).toBe(5)
  })

  test('is named as people name it', () => {
    expect(weekText(DEFAULT_WEEK)).toBe('Monday to Friday')
    expect(weekText(SUNDAY_TO_THURSDAY)).toBe('Sunday to Thursday')
    expect(weekText([2, 0, 2, 0, 1, 0, 0])).toBe('Monday, Wednesday and half of Friday')
    expect(weekText([2, 2, 2, 2, 2, 2, 2])).toBe('every day')
    expect(weekText([0, 0, 2, 0, 0, 0, 0])).toBe('Wednesday')
    expect(daysInWeek([2, 0, 2, 0, 1, 0, 0])).toBe(2.5)
  })

  test('has at least half a day, and a region is of a country', () => {
    expect(whyNotWorkingTime({ ...nowhere, week: [0, 0, 0, 0, 0, 0, 0] })?.code).toBe('week_empty')
    expect(whyNotWorkingTime({ country: '', region: 'BY', week: [...DEFAULT_WEEK] })?.code).toBe(
      'country_missing',
    )
    expect(whyNotWorkingTime({ ...nowhere, week: MORNINGS })).toBeNull()
  })
})

describe('a holiday', () => {
  test('takes the work of its day, and nothing on a day without work', () => {
    const holidays = [on('2025-12-25'), on('2025-12-26'), on('2025-12-27')]
    const days = daysOf({ times: [from('2025-01-01', FOUR_DAYS)], holidays }, '2025-12-22', '2025-12-28')
    expect(sum(days)).toEqual({ work: 4, off: 1 })
    expect(days.find(({ day }) => day === '2025-12-27')).toMatchObject({
      work: 0,
      off: 0,
      holiday: { name: 'Feast' },
    })
  })

  test('from noon on takes the afternoon', () => {
    expect(offOn(1, on('2025-12-24', 'Christmas Eve', true))).toBe(0.5)
    expect(offOn(0.5, on('2025-12-24', 'Christmas Eve', true))).toBe(0)
    expect(offOn(0.5, on('2025-12-25'))).toBe(0.5)
  })

  test('is that of the country that holds on the day, the group’s where the person has none', () => {
    const group = { country: 'US', region: '' }
    const times = [
      from('2025-12-01', FOUR_DAYS, { country: 'DE', region: 'BY' }),
      from('2026-01-01', FOUR_DAYS),
    ]
    expect(placeOn(times, group, '2025-11-30')).toEqual(group)
    expect(placeOn(times, group, '2025-12-31')).toEqual({ country: 'DE', region: 'BY' })
    expect(placeOn(times, group, '2026-01-01')).toEqual(group)
    expect(placesOf(times, group, '2025-12-01', '2026-02-01')).toHaveLength(2)
    const publicIn = ({ country }: { country: string }) =>
      new Map(country === 'DE' ? [['2025-12-25', on('2025-12-25', 'Weihnachten')]] : [])
    const daysOff = [
      { day: '2025-12-25', name: 'Ours' },
      { day: '2026-01-02', name: 'Family & Friends Day' },
    ]
    const found = holidaysOf({ times, group, daysOff, publicIn }, '2025-12-01', '2026-02-01')
    expect(found.map(({ name }) => name)).toEqual(['Weihnachten', 'Family & Friends Day'])
  })

  test('of half a day gives way to a day on which the group is off', () => {
    const known = {
      times: [],
      group: { country: 'IS', region: '' },
      daysOff: [{ day: '2025-12-24', name: 'Ours' }],
      publicIn: () => new Map([['2025-12-24', on('2025-12-24', 'Christmas Eve', true)]]),
    }
    expect(holidaysOf(known, '2025-12-24', '2025-12-24')).toEqual([on('2025-12-24', 'Ours')])
  })
})

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2024-01-01', days))
const week = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 7, maxLength: 7 })
const times = fc.array(fc.record({ from: day, week, country: fc.constant(''), region: fc.constant('') }), {
  maxLength: 4,
})
const holidays = fc.uniqueArray(fc.record({ day, name: fc.constant('Feast'), half: fc.boolean() }), {
  selector: (one) => one.day,
  maxLength: 12,
})

describe('for every calendar', () => {
  const calendar = fc.record({ times, holidays, start: day, length: fc.integer({ min: 0, max: 120 }) })

  test('days that are cut anywhere add up to the whole', () => {
    fc.assert(
      fc.property(calendar, fc.nat(), ({ times, holidays, start, length }, at) => {
        const [end, cut] = [addDays(start, length), addDays(start, at % (length + 1))]
        const whole = daysOf({ times, holidays }, start, end)
        expect(whole).toHaveLength(daysBetween(start, end) + 1)
        expect([
          ...daysOf({ times, holidays }, start, cut),
          ...daysOf({ times, holidays }, addDays(cut, 1), end),
        ]).toEqual(whole)
      }),
    )
  })

  test('a day has 0, a half or 1 of work, of which a holiday takes no more than all', () => {
    fc.assert(
      fc.property(calendar, ({ times, holidays, start, length }) => {
        for (const { work, off, holiday, day } of daysOf(
          { times, holidays },
          start,
          addDays(start, length),
        )) {
          expect([0, 0.5, 1]).toContain(work)
          expect(off >= 0 && off <= work && (holiday !== null || off === 0)).toBe(true)
          if (times.every((time) => time.from > day)) expect(work).toBe(weekday(day) <= 5 ? 1 : 0)
        }
      }),
    )
  })
})

describe('what is refused', () => {
  test('a week has work, and a region its country', () => {
    expect(whyNotWorkingTime({ ...nowhere, week: MORNINGS })).toBeNull()
    expect(because(whyNotWorkingTime({ ...nowhere, week: [0, 0, 0, 0, 0, 0, 0] }))).toBe(
      'Choose at least half a day of work. Enter longer absences as time off.',
    )
    expect(because(whyNotWorkingTime({ country: '', region: 'BY', week: MORNINGS }))).toBe(
      'Choose the country of the region.',
    )
  })

  test('a place without holidays is named as it was written', () => {
    expect(because(noSuchPlace({ country: 'XX', region: '' }, 'country'))).toBe(
      'Unknown country “XX”. Choose one from the list.',
    )
    expect(because(noSuchPlace({ country: 'DE', region: 'ZZ' }, 'region'))).toBe(
      'Unknown region “ZZ” of “DE”. Choose one from the list.',
    )
  })

  test('a day is off once', () => {
    expect(whyNotDayOff(undefined)).toBeNull()
    expect(because(whyNotDayOff('Summit'))).toBe('“Summit” is on that day. Remove it, or choose another day.')
  })
})
