import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MIXED, mixOf, whyNotMix } from './mix.ts'

test('weight is divided by type; other types and what has no weight are left out', () => {
  expect(
    mixOf([
      { type: 'bug', weight: 1 },
      { type: 'maintenance', weight: 1 },
      { type: 'feature', weight: 1 },
      { type: 'ignore', weight: 9 },
      { type: null, weight: 9 },
      { type: 'bug', weight: null },
    ]),
  ).toEqual({ bug: 34, maintenance: 33, feature: 33 })
  expect(mixOf([{ type: 'bug', weight: 0 }])).toBeNull()
})

const work = fc.array(fc.record({ type: fc.constantFrom(...MIXED), weight: fc.integer({ min: 0, max: 3 }) }))

test('the percents add up to 100, and none is off by as much as one', () => {
  fc.assert(
    fc.property(work, (list) => {
      const mix = mixOf(list)
      const all = list.reduce((sum, { weight }) => sum + weight, 0)
      expect(mix === null).toBe(all === 0)
      if (mix === null) return
      expect(mix.bug + mix.maintenance + mix.feature).toBe(100)
      for (const type of MIXED) {
        const own = list.reduce((sum, one) => (one.type === type ? sum + one.weight : sum), 0)
        expect(Math.abs(mix[type] - (own * 100) / all)).toBeLessThan(1)
      }
    }),
  )
})

test('a target makes 100 %', () => {
  expect(whyNotMix(null)).toBeNull()
  expect(whyNotMix({ bug: 20, maintenance: 20, feature: 60 })).toBeNull()
  expect(whyNotMix({ bug: 20, maintenance: 20, feature: 50 })?.because).toBe(
    'Bug, maintenance and feature add up to 90 %. Make it 100 %.',
  )
})
