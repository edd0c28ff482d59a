import { expect, test } from 'vitest'

import type { CalendarEvent } from '#lib/kit/ics/event.ts'
import { wallOf, zonesOf } from '#lib/kit/ics/zones.ts'

import { awayIn, lengthOf } from './away.ts'
import { eventAt } from './testing/events.ts'

const window = { first: '2026-01-01', last: '2027-12-31' }
const wall = wallOf(zonesOf([]), 'Europe/Berlin')

const away = (start: string, end: string | null, more: Partial<CalendarEvent> = {}) => {
  const found = awayIn(eventAt(start, end, more), wall, window)
  if (typeof found === 'string') return found
  const { from, to, fromNoon, untilNoon } = found
  return `${from}${fromNoon ? ' noon' : ''} – ${to}${untilNoon ? ' noon' : ''}`
}

test('days are days, the last one not included, as calendars write them', () => {
  expect(away('2026-12-21', '2026-12-26')).toBe('2026-12-21 – 2026-12-25')
  expect(away('2026-12-21', '2026-12-22')).toBe('2026-12-21 – 2026-12-21')
  expect(away('2026-12-21', null), 'without an end, one day').toBe('2026-12-21 – 2026-12-21')
  expect(away('2026-12-21', null, { duration: { days: 3, seconds: 0 } })).toBe('2026-12-21 – 2026-12-23')
  expect(away('2026-12-21T00:00', '2026-12-23T00:00'), 'midnight to midnight').toBe('2026-12-21 – 2026-12-22')
})

test('hours of one day are half of it where they leave the other half, and the day from six hours on', () => {
  expect(away('2026-12-21T09:00', '2026-12-21T17:00')).toBe('2026-12-21 – 2026-12-21')
  expect(away('2026-12-21T09:00', '2026-12-21T13:00')).toBe('2026-12-21 – 2026-12-21 noon')
  expect(away('2026-12-21T13:00', '2026-12-21T17:00')).toBe('2026-12-21 noon – 2026-12-21')
  expect(away('2026-12-21T10:30', '2026-12-21T14:30'), 'around noon').toBe('midday')
  expect(away('2026-12-21T15:00', '2026-12-21T16:00')).toBe('short')
  expect(away('2026-12-21T18:00', '2026-12-21T23:00')).toBe('off_hours')
  expect(away('2026-12-21T03:00', '2026-12-21T08:30')).toBe('off_hours')
})

test('over several days the first begins at noon and the last ends there, where work would', () => {
  expect(away('2026-12-21T12:00', '2026-12-23T17:00')).toBe('2026-12-21 noon – 2026-12-23')
  expect(away('2026-12-21T09:00', '2026-12-23T12:00')).toBe('2026-12-21 – 2026-12-23 noon')
  expect(away('2026-12-21T19:00', '2026-12-23T08:00'), 'from evening to morning').toBe(
    '2026-12-22 – 2026-12-22',
  )
  expect(away('2026-12-21T19:00', '2026-12-22T08:00'), 'one night').toBe('off_hours')
  expect(away('2026-12-21T12:00', '2026-12-23T00:00'), 'until midnight').toBe('2026-12-21 noon – 2026-12-22')
})

test('hours of another zone are those that the clock shows at home', () => {
  expect(away('2026-12-21T08:00 America/New_York', '2026-12-21T12:00 America/New_York')).toBe(
    '2026-12-21 noon – 2026-12-21',
  )
  expect(away('2026-12-21T09:00 Asia/Tokyo', '2026-12-21T18:00 Asia/Tokyo'), 'a night here').toBe(
    '2026-12-21 – 2026-12-21',
  )
  expect(away('2026-12-21T09:00 Nowhere/At_All', '2026-12-21T17:00 Nowhere/At_All')).toBe('zone_unknown')
})

test('what ends before it begins, lasts above a year or lies far off is no absence', () => {
  expect(away('2026-12-21', '2026-12-20')).toBe('not_readable')
  expect(away('2026-12-21T17:00', '2026-12-21T09:00')).toBe('not_readable')
  expect(away('2026-01-01', '2027-06-01')).toBe('too_long')
  expect(away('2025-01-01', '2025-01-08')).toBe('out_of_range')
  expect(away('2028-02-01', '2028-02-08')).toBe('out_of_range')
})

test('how long it is by its own clocks, and what can be no half day', () => {
  const length = (start: string, end: string | null, more: Partial<CalendarEvent> = {}) =>
    lengthOf(eventAt(start, end, more))
  expect(length('2026-12-21', '2026-12-26')).toEqual({ days: 5, short: false })
  expect(length('2026-12-21T09:00', '2026-12-21T10:00')).toEqual({ days: 1, short: true })
  expect(length('2026-12-21T09:00', '2026-12-21T11:30')).toEqual({ days: 1, short: false })
  expect(length('2026-12-21T09:00', null, { duration: { days: 0, seconds: 1800 } })).toEqual({
    days: 1,
    short: true,
  })
  expect(length('2026-12-21T17:00', '2026-12-21T09:00')).toBeNull()
  expect(length('2026-12-21T17:00 Asia/Tokyo', '2026-12-21T09:00 UTC'), 'clocks of two zones').toEqual({
    days: 0,
    short: false,
  })
})
