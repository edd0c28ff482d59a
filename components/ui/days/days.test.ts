import { Temporal } from 'temporal-polyfill'
import { expect, test, vi } from 'vitest'

import { clockIn, dayIn, dayMonthYear, daySpan, momentIn } from './days.ts'

test('days are written as people say them', () => {
  expect(dayMonthYear('2026-11-04')).toBe('4 Nov 2026')
  expect(daySpan('2026-11-14', '2026-12-11')).toBe('14 Nov – 11 Dec')
})

test('an instant is told on the clock of the group', () => {
  expect(dayIn('Asia/Tokyo', '2026-11-22T16:00:00Z')).toBe('2026-11-23')
  expect(dayIn('America/New_York', '2026-11-22T03:00:00Z')).toBe('2026-11-21')
  expect(clockIn('Europe/Lisbon', '2026-07-01T00:05:00Z')).toBe('01:05')
  expect(momentIn('UTC', '2026-11-22T00:00:00.123Z')).toBe('22 Nov 2026, 00:00')
})

test('a browser that has a calendar of its own reads the same there as others do in a format', () => {
  const zones = ['UTC', 'Asia/Kolkata', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe']
  const instants = [
    '2011-12-30T10:00:00Z',
    '2026-03-08T06:59:59.999Z',
    '2026-11-01T06:00:00Z',
    '2026-12-31T23:59:00+00:00',
  ]
  const all = () => zones.flatMap((zone) => instants.map((instant) => momentIn(zone, instant)))
  vi.stubGlobal('Temporal', undefined)
  const formatted = all()
  vi.stubGlobal('Temporal', Temporal)
  expect(all()).toEqual(formatted)
  vi.unstubAllGlobals()
})
