import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#lib/kit/plain-date.ts'
import { capacityOf, daysWithin, type Share, workingDays } from './capacity.ts'

const all = (share: number): Share => ({ share, from: '2020-01-01', to: null })

test('twenty-five working days of one person are a weight of 12.5', () => {
  const facts = { startOn: '2026-03-02', dueOn: '2026-04-03', shares: [all(1)], focus: 1, daysPerWeight: 2 }
  expect(capacityOf(facts)).toMatchObject({ workingDays: 25, weight: 12.5 })
})

test('a four-week milestone has twenty working days, whichever day it starts on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (offset) => {
      const start = addDays('2024-01-01', offset)
      expect(workingDays(start, addDays(start, 27))).toBe(20)
    }),
  )
})

test('days add up, wherever a stretch is cut in two', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (a, b) => {
      const [start, cut] = ['2026-01-01', addDays('2026-01-01', a)]
      const end = addDays(cut, b + 1)
      expect(workingDays(start, cut) + workingDays(addDays(cut, 1), end)).toBe(workingDays(start, end))
    }),
  )
})

test('shares of time count as parts of a person', () => {
  const facts = {
    startOn: '2026-03-02',
    dueOn: '2026-03-06',
    shares: [all(1), all(0.5), all(0.25)],
    focus: 0.8,
    daysPerWeight: 2,
  }
  expect(capacityOf(facts)).toMatchObject({ people: 1.75, weight: 3.5 })
})

test('whoever changes team within the milestone counts once, and whoever comes late from then on', () => {
  const weeks = { startOn: '2026-03-02', dueOn: '2026-03-27', focus: 1, daysPerWeight: 2 }
  const changes: Share[] = [
    { share: 1, from: '2020-01-01', to: '2026-03-13' },
    { share: 1, from: '2026-03-14', to: null },
  ]
  expect(capacityOf({ ...weeks, shares: changes })).toMatchObject({ people: 1, weight: 10 })
  const late: Share[] = [{ share: 0.5, from: '2026-03-16', to: null }]
  expect(capacityOf({ ...weeks, shares: late })).toMatchObject({ people: 0.25, weight: 2.5 })
  const gone: Share[] = [{ share: 1, from: '2020-01-01', to: '2026-02-28' }]
  expect(capacityOf({ ...weeks, shares: gone })).toMatchObject({ people: 0, weight: 0 })
})

test('however the time of one person is cut in two, it is theirs once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 26 }), (cut) => {
      const [startOn, dueOn] = ['2026-03-02', '2026-03-29']
      const day = addDays(startOn, cut)
      const shares: Share[] = [
        { share: 0.7, from: startOn, to: day },
        { share: 0.7, from: addDays(day, 1), to: dueOn },
      ]
      const terms = { startOn, dueOn, focus: 1, daysPerWeight: 2 }
      expect(capacityOf({ ...terms, shares })).toEqual(capacityOf({ ...terms, shares: [all(0.7)] }))
    }),
  )
})

test('the terms of a capacity add up to it, but for the half point to which it is rounded down', () => {
  const share = fc.record({
    share: fc.integer({ min: 1, max: 20 }).map((parts) => parts / 20),
    from: fc.constantFrom('2020-01-01', '2026-03-06', '2026-03-20'),
    to: fc.constantFrom(null, '2026-03-18', '2026-03-27'),
  })
  fc.assert(
    fc.property(fc.array(share, { maxLength: 12 }), fc.constantFrom(1, 0.8, 0.5), (shares, focus) => {
      const [startOn, dueOn, daysPerWeight] = ['2026-03-02', '2026-03-27', 2]
      const { weight } = capacityOf({ startOn, dueOn, shares, focus, daysPerWeight })
      const terms = shares.map((one) => daysWithin(one, startOn, dueOn) * one.share)
      const sum = (terms.reduce((all, days) => all + days, 0) * focus) / daysPerWeight
      expect(sum - weight).toBeGreaterThan(-1e-6)
      expect(sum - weight).toBeLessThan(0.5)
    }),
  )
})

test('a milestone that ends before it starts has no days', () => {
  expect(workingDays('2026-03-06', '2026-03-02')).toBe(0)
})
