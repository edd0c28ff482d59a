import { assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

import { wallOf, zonesOf } from '#lib/kit/ics/zones.ts'
import { addDays, daysBetween } from '#lib/kit/plain-date.ts'

import type { Series } from './in-place.ts'
import { occurrencesOf } from './occurrences.ts'
import { eventAt, momentOf } from './testing/events.ts'

const BERLIN = wallOf(zonesOf([]), 'Europe/Berlin')
const reading = { wall: BERLIN, window: { first: '2026-12-01', last: '2026-12-31' }, most: 50 }
const read = (series: Partial<Series> & Pick<Series, 'event'>, more: Partial<typeof reading> = {}) =>
  occurrencesOf({ instead: [], ...series }, { ...reading, ...more, budget: { steps: 20_000 } })

/** First and last day of each that is found, or why none are. */
const daysOf = (...given: Parameters<typeof read>) => {
  const found = read(...given)
  if (typeof found === 'string') return found
  return found.map(({ start, end }) => (end === null ? start.day : `${start.day} – ${end.day}`))
}
const series = (rule: string, more: Parameters<typeof eventAt>[2] = {}) =>
  eventAt('2026-12-21', '2026-12-23', { rules: [rule], ...more })

test('an event that is held once is given wherever it lies, so that it can be named as left out', () => {
  const long = eventAt('2024-02-01', '2024-02-03')
  expect(read({ event: long })).toEqual([long])
})

test('every occurrence is as long as the first', () => {
  expect(daysOf({ event: series('FREQ=WEEKLY;COUNT=2') })).toEqual([
    '2026-12-21 – 2026-12-23',
    '2026-12-28 – 2026-12-30',
  ])
  const night = eventAt('2026-12-21T20:00', '2026-12-22T06:00', { rules: ['FREQ=WEEKLY;COUNT=2'] })
  const found = read({ event: night })
  expect(found).toMatchObject([
    {},
    { start: { day: '2026-12-28', time: '20:00' }, end: { day: '2026-12-29' } },
  ])
})

test('an occurrence that began before the window and lasts into it is found', () => {
  const event = eventAt('2026-11-16', '2026-11-26', { rules: ['FREQ=WEEKLY;INTERVAL=2;COUNT=3'] })
  expect(daysOf({ event })).toEqual(['2026-11-30 – 2026-12-10', '2026-12-14 – 2026-12-24'])
})

test('an occurrence that was taken out is gone, and one that was added has the hours of the series', () => {
  const event = series('FREQ=DAILY;COUNT=3', {
    end: momentOf('2026-12-22'),
    except: [momentOf('2026-12-22')],
  })
  expect(daysOf({ event })).toEqual(['2026-12-21 – 2026-12-22', '2026-12-23 – 2026-12-24'])
  const hours = eventAt('2026-12-21T09:00 Europe/Berlin', '2026-12-21T17:00 Europe/Berlin', {
    added: [momentOf('2026-12-29')],
  })
  expect(read({ event: hours })).toMatchObject([
    {},
    { start: { day: '2026-12-29', time: '09:00', zone: 'Europe/Berlin' }, end: { day: '2026-12-29' } },
  ])
})

test('an exception is known by its moment at home, whatever zone it is written in', () => {
  const event = eventAt('2026-12-21T09:00 Europe/Berlin', '2026-12-21T17:00 Europe/Berlin', {
    rules: ['FREQ=DAILY;COUNT=2'],
    except: [momentOf('2026-12-22T08:00 UTC')],
  })
  expect(daysOf({ event })).toEqual(['2026-12-21 – 2026-12-21'])
  const late = { ...event, except: [momentOf('2026-12-22T09:00 UTC')] }
  expect(daysOf({ event: late }), 'another hour of that day is none of the series').toHaveLength(2)
})

test('a series ends with its last day, or at the moment that its rule names', () => {
  expect(daysOf({ event: series('FREQ=DAILY;UNTIL=20261222') })).toHaveLength(2)
  const event = eventAt('2026-12-21T09:00 Europe/Berlin', '2026-12-21T17:00 Europe/Berlin')
  const until = (moment: string) =>
    daysOf({ event: { ...event, rules: [`FREQ=DAILY;UNTIL=20261223T${moment}`] } })
  expect(until('080000Z'), 'nine in Berlin').toHaveLength(3)
  expect(until('075900Z'), 'a minute before').toHaveLength(2)
  expect(until('090000'), 'by the clock of the event').toHaveLength(3)
})

test('what was changed in its place is given as it is now, without what it replaces', () => {
  const moved = eventAt('2026-12-30', '2026-12-31', { replaces: momentOf('2026-12-22') })
  const event = series('FREQ=DAILY;COUNT=3', { end: momentOf('2026-12-22') })
  expect(daysOf({ event, instead: [moved] })).toEqual([
    '2026-12-21 – 2026-12-22',
    '2026-12-23 – 2026-12-24',
    '2026-12-30 – 2026-12-31',
  ])
})

test('a series that cannot be followed says why, and gives nothing', () => {
  const rule = 'FREQ=DAILY'
  expect(daysOf({ event: series(rule, { start: momentOf('1969-12-31') }) })).toBe('out_of_range')
  expect(daysOf({ event: series(rule, { end: momentOf('2200-01-01') }) })).toBe('out_of_range')
  expect(daysOf({ event: series('FREQ=HOURLY') })).toBe('recurrence_not_supported')
  expect(daysOf({ event: series(rule, { rules: [rule, 'FREQ=WEEKLY'] }) })).toBe('recurrence_not_supported')
  expect(daysOf({ event: series(rule, { unsupported: true }) })).toBe('recurrence_not_supported')
  expect(daysOf({ event: series(rule, { end: momentOf('2026-12-20') }) }), 'ends before it begins').toBe(
    'too_long',
  )
  expect(daysOf({ event: series(rule, { end: momentOf('2028-01-01') }) })).toBe('too_long')
  const meeting = eventAt('2026-12-21T09:00', '2026-12-21T10:00', { rules: [rule] })
  expect(daysOf({ event: meeting })).toBe('short')
  const many = Array.from({ length: 401 }, (_, at) => momentOf(addDays('2026-12-21', at)))
  expect(daysOf({ event: series(rule, { except: many }) })).toBe('too_many')
  const instead = [eventAt('2026-12-30', '2026-12-31', { unsupported: true })]
  expect(daysOf({ event: series(rule), instead })).toBe('recurrence_not_supported')
})

test('a meeting that once became a day away is followed for that day', () => {
  const event = eventAt('2026-12-21T09:00', '2026-12-21T10:00', { rules: ['FREQ=DAILY;COUNT=2'] })
  const away = eventAt('2026-12-22', '2026-12-23', { replaces: momentOf('2026-12-22T09:00') })
  expect(daysOf({ event, instead: [away] })).toEqual(['2026-12-21 – 2026-12-21', '2026-12-22 – 2026-12-23'])
})

test('no more are given than were asked for and one, by which the reader knows that there are more', () => {
  expect(daysOf({ event: series('FREQ=DAILY') }, { most: 4 })).toHaveLength(5)
})

test('occurrences lie in the window, a step of the rule apart, none twice', () => {
  assert(
    property(
      constantFrom('DAILY', 'WEEKLY'),
      integer({ min: 1, max: 4 }),
      integer({ min: 1, max: 9 }),
      integer({ min: -40, max: 20 }),
      (every, interval, length, later) => {
        const start = addDays('2026-12-01', later)
        const rules = [`FREQ=${every};INTERVAL=${interval}`]
        const found = read({ event: eventAt(start, addDays(start, length), { rules }) })
        if (typeof found === 'string') throw new Error(found)
        const step = interval * (every === 'DAILY' ? 1 : 7)
        for (const [at, { start: begins, end }] of found.entries()) {
          expect(daysBetween(begins.day, end?.day ?? '')).toBe(length)
          expect(daysBetween(start, begins.day) % step).toBe(0)
          expect(begins.day <= '2026-12-31').toBe(true)
          if (at > 0) expect(daysBetween(found[at - 1]?.start.day ?? '', begins.day)).toBe(step)
        }
      },
    ),
  )
})
