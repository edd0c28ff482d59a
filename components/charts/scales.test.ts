import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { bandScale, shareScale, valueScale } from './scales.ts'

test('values start at zero, rise, and have few lines at whole numbers', () => {
  fc.assert(
    fc.property(fc.nat(5_000), (most) => {
      const { y, ticks } = valueScale(most, { top: 20, bottom: 220 })
      expect(y(0)).toBe(220)
      expect(y(Math.max(1, most))).toBe(20)
      expect(ticks.length).toBeLessThanOrEqual(8)
      expect(ticks.every((tick) => Number.isInteger(tick) && tick <= Math.max(1, most))).toBe(true)
      expect(ticks[0]).toBe(0)
    }),
  )
})

test('a share below what is drawn stays at the edge instead of leaving the drawing', () => {
  const { y } = shareScale({ from: 50, to: 100 }, { top: 0, bottom: 50 })
  expect([y(100), y(75), y(10)]).toEqual([0, 25, 50])
})

test('columns share the width, in order, and none leaves it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), (count) => {
      const { left, middle, width } = bandScale(count, { from: 4, to: 99, gap: 0.5 })
      for (let at = 0; at < count; at += 1) {
        expect(left(at)).toBeGreaterThanOrEqual(4)
        expect(left(at) + width).toBeLessThanOrEqual(99.02)
        expect(middle(at)).toBeGreaterThan(left(at))
        if (at > 0) expect(left(at)).toBeGreaterThanOrEqual(left(at - 1) + width)
      }
    }),
  )
})
