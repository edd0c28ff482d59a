import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#lib/kit/plain-date.ts'
import { capacityOf, workingDays } from './capacity.ts'

test('twenty-five working days of one person are a weight of 12.5', () => {
  const facts = { startOn: '2026-03-02', dueOn: '2026-04-03', shares: [1], focus: 1, daysPerWeight: 2 }
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
    shares: [1, 0.5, 0.25],
    focus: 0.8,
    daysPerWeight: 2,
  }
  expect(capacityOf(facts)).toMatchObject({ people: 1.75, weight: 3.5 })
})

test('a milestone that ends before it starts has no days', () => {
  expect(workingDays('2026-03-06', '2026-03-02')).toBe(0)
})
