import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

import { chanceOf, fanOf } from './fan.ts'

/** How often each number was closed. */
const counts = (...often: number[]) => Uint32Array.from(often)

test('the chance of a number is the share of runs that reached it', () => {
  const runs = counts(1, 2, 3, 4)
  expect([0, 1, 2, 3, 4].map((least) => chanceOf(runs, least))).toEqual([1, 0.9, 0.7, 0.4, 0])
  expect(chanceOf(counts(), 1), 'without runs there is no chance').toBe(0)
})

test('a day has its middle, and the range in which most runs end', () => {
  const runs = counts(5, 10, 70, 10, 5)
  const { days, likely, low, high } = fanOf([counts(100, 0, 0, 0, 0), runs], { done: 3, open: 4 })
  expect(days[0]).toEqual({ likely: 3, low: 3, high: 3 })
  expect(days[1]).toEqual({ likely: 5, low: 4, high: 6 })
  expect([likely, low, high], 'of all it says what its last day says').toEqual([5, 4, 6])
})

test('sure is what six of seven runs close at least, counted from what is closed already', () => {
  const fan = fanOf([counts(10, 10, 80)], { done: 1, open: 2 })
  expect(fan).toMatchObject({ done: 1, of: 3, sure: 2, chance: 0.8 })
  expect(fanOf([counts(20, 0, 80)], { done: 1, open: 2 }).sure, 'one of five closes nothing').toBe(1)
})

test('on a day after the last, what is done is all that will be', () => {
  expect(fanOf([], { done: 4, open: 2 })).toEqual({
    likely: 4,
    low: 4,
    high: 4,
    done: 4,
    of: 6,
    chance: 0,
    sure: 4,
    days: [],
  })
  expect(fanOf([], { done: 4, open: 0 }).chance, 'with nothing left, all is closed').toBe(1)
})

test('the range holds its middle, lies within what there is, and what is sure is no more than likely', () => {
  assert(
    property(
      array(array(integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 }), { maxLength: 4 }),
      integer({ min: 0, max: 9 }),
      (reached, done) => {
        const runs = reached.map((often) => counts(1 + (often[0] ?? 0), ...often.slice(1)))
        const { days, sure, likely, chance, of } = fanOf(runs, { done, open: 3 })
        for (const day of days) {
          expect(day.low).toBeGreaterThanOrEqual(done)
          expect(day.low).toBeLessThanOrEqual(day.likely)
          expect(day.likely).toBeLessThanOrEqual(day.high)
          expect(day.high).toBeLessThanOrEqual(of)
        }
        expect(sure).toBeLessThanOrEqual(likely)
        expect(chance >= 0.85 ? sure : of, 'a chance of 85 % is what is sure').toBe(of)
      },
    ),
  )
})
