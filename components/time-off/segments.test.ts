import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { awayOn } from '#lib/domain/time-off.ts'
import { daysOf } from '#lib/domain/working-times.ts'
import { addDays } from '#lib/kit/plain-date.ts'

import { segmentsOf, weekEnd } from './segments.ts'

const MONDAY = '2026-11-16'
/** Two weeks from a Monday, the first Wednesday a holiday. */
const days = daysOf(
  { times: [], holidays: [{ day: '2026-11-18', name: 'Feast', half: false }] },
  MONDAY,
  '2026-11-29',
)
const away = (fromOn: string, toOn: string, more: { fromNoon?: boolean; untilNoon?: boolean } = {}) => ({
  fromOn,
  toOn,
  fromNoon: false,
  untilNoon: false,
  ...more,
})
const barsOf = (...given: Parameters<typeof away>) =>
  segmentsOf(away(...given), days).map(({ from, count }) => `${from} ${count}`)

test('an absence is a bar for each run of working days: holidays and weekends are gaps', () => {
  expect(barsOf('2026-11-16', '2026-11-17')).toEqual(['2026-11-16 2'])
  expect(barsOf('2026-11-16', '2026-11-24')).toEqual(['2026-11-16 2', '2026-11-19 2', '2026-11-23 2'])
})

test('one that began before the shown days, or ends after them, is drawn as far as they go', () => {
  expect(barsOf('2026-11-02', '2026-11-16')).toEqual(['2026-11-16 1'])
  expect(barsOf('2026-11-27', '2026-12-04')).toEqual(['2026-11-27 1'])
  expect(barsOf('2026-12-01', '2026-12-04')).toEqual([])
})

test('one on free days alone is one bar all the same, so that it can be opened', () => {
  expect(barsOf('2026-11-21', '2026-11-22')).toEqual(['2026-11-21 2'])
})

test('half days cut the ends of a long bar and make a single day half a bar', () => {
  const cut = (...given: Parameters<typeof away>) =>
    segmentsOf(away(...given), days).map(({ cutLeft, cutRight, isHalf }) => [cutLeft, cutRight, isHalf])
  const halves = { fromNoon: true, untilNoon: true }
  expect(cut('2026-11-16', '2026-11-17', halves)).toEqual([[true, true, false]])
  expect(cut('2026-11-16', '2026-11-20', halves)).toEqual([
    [true, false, false],
    [false, true, false],
  ])
  expect(cut('2026-11-16', '2026-11-16', { untilNoon: true })).toEqual([[false, true, true]])
  expect(cut('2026-11-16', '2026-11-16')).toEqual([[false, false, false]])
  // The end that lies on a free day is on no bar: the working day before it is taken whole.
  expect(cut('2026-11-20', '2026-11-21', { untilNoon: true })).toEqual([[false, false, false]])
})

test('whatever the absence, its bars cover exactly the days on which work is missed', () => {
  const some = fc.record({
    start: fc.integer({ min: -3, max: 12 }),
    length: fc.integer({ min: 0, max: 15 }),
    fromNoon: fc.boolean(),
    untilNoon: fc.boolean(),
  })
  fc.assert(
    fc.property(some, ({ start, length, fromNoon, untilNoon }) => {
      const from = addDays(MONDAY, start)
      const entry = away(from, addDays(from, length), { fromNoon, untilNoon: untilNoon && length > 0 })
      const missed = days.filter(({ day, work, off }) => work > off && awayOn(entry, day) > 0)
      if (missed.length === 0) return
      const covered = segmentsOf(entry, days).flatMap(({ from, count }) =>
        Array.from({ length: count }, (_, at) => addDays(from, at)),
      )
      expect(covered).toEqual(missed.map(({ day }) => day))
    }),
  )
})

test('a week ends on the Sunday after its Monday', () => expect(weekEnd(MONDAY)).toBe('2026-11-22'))
