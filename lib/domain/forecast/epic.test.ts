import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { addDays } from '#lib/kit/plain-date.ts'

import { epicForecastOf } from './epic.ts'
import type { PastMilestone } from './past.ts'

const milestone = (each: number): PastMilestone => ({
  title: '19.4',
  people: 20,
  length: 20,
  days: Array.from({ length: 20 }, (_, at) => ({
    place: at / 20,
    count: at % each === 0 ? 1 : 0,
    weight: 0,
  })),
})
const ahead = Array.from({ length: 60 }, (_, at) => ({ day: addDays('2026-11-01', at), people: 1 }))
const told = (open: number, each = 2, milestones = 3) =>
  epicForecastOf({
    past: Array.from({ length: milestones }, () => milestone(each)),
    ahead,
    open,
    seed: 'a',
  })

test('an epic of which an issue closes every second day is done with five after some ten days', () => {
  const { likely, sure, chance } = told(5) ?? {}
  expect(likely && likely > '2026-11-07' && likely < '2026-11-14').toBe(true)
  expect(likely && sure && likely < sure).toBe(true)
  expect(chance).toBeGreaterThan(0.95)
})

test('more open issues never close earlier', () => {
  expect((told(6)?.likely ?? '') >= (told(5)?.likely ?? '')).toBe(true)
})

test('one more day off never makes it earlier', () => {
  fc.assert(
    fc.property(fc.nat(59), fc.nat(59), fc.integer({ min: 1, max: 12 }), (one, other, open) => {
      const dated = (off: readonly number[]) => {
        const days = ahead.map((day, at) => (off.includes(at) ? { ...day, people: 0 } : day))
        const past = [1, 2, 3].map((each) => milestone(each))
        const { likely, sure, chance } = epicForecastOf({ past, ahead: days, open, seed: 'a' }) ?? {}
        return { likely: likely ?? '9999', sure: sure ?? '9999', chance: chance ?? 0 }
      }
      const [before, after] = [dated([one]), dated([one, other])]
      expect(after.likely >= before.likely && after.sure >= before.sure).toBe(true)
      expect(after.chance).toBeLessThanOrEqual(before.chance)
    }),
    { numRuns: 10 },
  )
})

test('there is none without a pace, with too little history, and where nothing is open', () => {
  expect(told(0)).toBeNull()
  expect(told(5, 2, 2)).toBeNull()
  expect(epicForecastOf({ past: [], ahead, open: 3, seed: 'a' })).toBeNull()
  const still = {
    ...milestone(2),
    days: milestone(2).days.map(({ place }) => ({ place, count: 0, weight: 0 })),
  }
  expect(epicForecastOf({ past: [still, still, still], ahead, open: 3, seed: 'a' })).toBeNull()
})

test('what is beyond the days that are looked at has no day, but a chance', () => {
  const { likely, chance } = told(100) ?? {}
  expect([likely, chance]).toEqual([null, 0])
})
