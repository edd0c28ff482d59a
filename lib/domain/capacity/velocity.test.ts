import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { velocityCheck } from './velocity.ts'

const past = (doneWeight: number, availableDays: number) => ({ title: '19.6', doneWeight, availableDays })

test('closed weight for each available day of the last three milestones, times the days of this one', () => {
  expect(velocityCheck([past(20, 40), past(30, 60), past(10, 20)], 50)).toBe(25)
  expect(
    velocityCheck([past(20, 40), past(30, 60), past(10, 20), past(999, 1)], 50),
    'no more than three',
  ).toBe(25)
  expect(velocityCheck([past(7, 30)], 20)).toBe(4.7)
})

test('milestones are not averaged blindly: one of many days counts for more', () => {
  expect(velocityCheck([past(10, 10), past(0, 90)], 100)).toBe(10)
})

test('without a milestone to learn from there is no check', () => {
  expect(velocityCheck([], 50)).toBeNull()
  expect(velocityCheck([past(5, 0)], 50), 'a milestone in which all were away').toBeNull()
  expect(velocityCheck([past(5, 0), past(10, 20)], 50), 'it is passed over').toBe(25)
})

test('more work done in the past never makes the check smaller', () => {
  const some = fc.array(fc.record({ done: fc.nat(100), days: fc.integer({ min: 1, max: 200 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(some, fc.nat(300), fc.nat(50), (list, days, more) => {
      const before = list.map((one) => past(one.done, one.days))
      const after = before.map((one, at) => (at === 0 ? past(one.doneWeight + more, one.availableDays) : one))
      expect(velocityCheck(after, days) ?? 0).toBeGreaterThanOrEqual(velocityCheck(before, days) ?? 0)
    }),
  )
})
