import { expect, test } from 'vitest'

import { dayAfter, placeOf, spanOf, weightOf } from './slider-days.ts'
import { SLIDER_KEYS } from './slider-keys.ts'

const today = '2026-11-26'
const active = [
  { day: '2026-11-02', events: 4 },
  { day: '2026-11-09', events: 90 },
  { day: '2026-11-24', events: 12 },
  { day: today, events: 3 },
]
const first = '2026-06-01'
const span = { from: '2026-11-01', to: today }
const after = (key: string, day: string) => dayAfter(key, { day, today, first, span, active })

test('arrows go from one day on which something happened to the next, and to now at the end', () => {
  expect(after('ArrowLeft', today)).toBe('2026-11-24')
  expect(after('ArrowLeft', '2026-11-24')).toBe('2026-11-09')
  expect(after('ArrowRight', '2026-11-09')).toBe('2026-11-24')
  expect(after('ArrowRight', '2026-11-24')).toBe(today)
  expect(after('ArrowRight', today)).toBe(today)
})

test('beyond the days that are shown an arrow leads on, and never before the group began', () => {
  expect(after('ArrowLeft', '2026-11-02')).toBe('2026-10-31')
  const old = { from: '2026-06-01', to: '2026-06-30' }
  const there = (key: string, day: string) => dayAfter(key, { day, today, first, span: old, active: [] })
  expect(there('ArrowRight', '2026-06-10')).toBe('2026-07-01')
  expect(there('ArrowLeft', '2026-06-10')).toBe(first)
})

test('while it is not known on which days something happened, arrows go day by day', () => {
  const there = (key: string) => dayAfter(key, { day: '2026-11-10', today, first, span, active: null })
  expect(there('ArrowLeft')).toBe('2026-11-09')
  expect(there('ArrowRight')).toBe('2026-11-11')
})

test('Page Up and Down go a week on and back, Home to the first day shown, End to now', () => {
  expect(after('PageDown', '2026-11-24')).toBe('2026-11-17')
  expect(after('PageUp', '2026-11-17')).toBe('2026-11-24')
  expect(after('PageUp', '2026-11-24')).toBe(today)
  expect(after('Home', '2026-11-24')).toBe('2026-11-02')
  expect(after('End', '2026-11-02')).toBe(today)
  expect(after('j', '2026-11-02')).toBeNull()
})

test('every key that the list of keys tells of leads somewhere, Escape back to now', () => {
  const keys = SLIDER_KEYS.flatMap((line) => line.keys)
  expect(keys.filter((key) => after(key, '2026-11-09') === null)).toEqual(['Escape'])
})

test('the slider ends now, or has a day from long ago in its middle', () => {
  expect(spanOf(today, today, 91)).toEqual({ from: '2026-08-28', to: today })
  expect(spanOf('2026-09-01', today, 91)).toEqual({ from: '2026-08-28', to: today })
  const old = spanOf('2026-03-15', today, 91)
  expect(old).toEqual({ from: '2026-01-29', to: '2026-04-29' })
  expect(placeOf('2026-03-15', old)).toBe(45)
  expect(placeOf('2020-01-01', old)).toBe(0)
})

test('a day on which more happened has a heavier tick', () => {
  expect(active.map(({ events }) => weightOf(events, active))).toEqual([1, 3, 2, 1])
})
