import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { progressOf, type ProgressState } from './progress.ts'
import { STATES } from './workflow.ts'

test('weights 1 closed, 15 in review, 20 in dev and 8 unstarted are 47.73 %', () => {
  const progress = progressOf([
    { state: 'done', weight: 1 },
    { state: 'in-review', weight: 15 },
    { state: 'in-dev', weight: 20 },
    { state: 'ready-for-development', weight: 8 },
  ])
  expect(progress).toEqual({
    percent: 47.73,
    weight: 44,
    counts: 21,
    parts: [
      { share: 100, weight: 1, counts: 1 },
      { share: 80, weight: 15, counts: 12 },
      { share: 40, weight: 20, counts: 8 },
      { share: 0, weight: 8, counts: 0 },
    ],
  })
})

test('verification and awaiting security release count as a whole, blocked and no state not at all', () => {
  const percent = (state: ProgressState) => progressOf([{ state, weight: 3 }])?.percent
  expect([percent('verification'), percent('awaiting-security-release')]).toEqual([100, 100])
  expect([percent('blocked'), percent('none'), percent('design')]).toEqual([0, 0, 0])
})

test('nothing with a weight has no progress, rather than none', () => {
  expect(progressOf([])).toBeNull()
  expect(progressOf([{ state: 'in-dev', weight: 0 }])).toBeNull()
})

test('progress lies between nothing and all, and its parts add up to it, whatever the states', () => {
  const state = fc.constantFrom<ProgressState>(...STATES, 'none', 'done')
  fc.assert(
    fc.property(fc.array(fc.record({ state, weight: fc.nat(99) }), { maxLength: 20 }), (states) => {
      const progress = progressOf(states)
      if (progress === null) return
      expect(progress.percent).toBeGreaterThanOrEqual(0)
      expect(progress.percent).toBeLessThanOrEqual(100)
      const counts = progress.parts.reduce((sum, one) => sum + one.counts, 0)
      expect(counts).toBeCloseTo(progress.counts, 6)
    }),
  )
})
