import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { CONFIDENCES } from '../confidence.ts'
import { calibrationOf, calibrationTitle, intervalOf, type Said } from './calibration.ts'

const times = (count: number, said: Said): Said[] => Array.from({ length: count }, () => said)

test('of what was very confident, the share that shipped is the title', () => {
  const rows = calibrationOf([
    ...times(58, { confidence: 'very', shipped: true }),
    ...times(8, { confidence: 'very', shipped: false }),
    ...times(2, { confidence: 'not', shipped: true }),
  ])
  expect(rows.map(({ confidence, said, shipped }) => [confidence, said, shipped])).toEqual([
    ['very', 66, 58],
    ['slightly', 0, 0],
    ['not', 2, 2],
  ])
  expect(calibrationTitle(rows)).toBe('“Very confident” came true 88 % of the time')
})

test('of few updates nothing is concluded', () => {
  expect(calibrationTitle(calibrationOf(times(9, { confidence: 'very', shipped: true })))).toBe(
    'Confidence calibration',
  )
  expect(calibrationTitle(calibrationOf([]))).toBe('Confidence calibration')
})

test('the interval is the one that its definition gives for 58 of 66 and for 4 of 15', () => {
  const rounded = (count: number, of: number) => {
    const { low, high } = intervalOf(count, of)
    return [Math.round(low * 1000) / 1000, Math.round(high * 1000) / 1000]
  }
  expect(rounded(58, 66)).toEqual([0.797, 0.93])
  expect(rounded(4, 15)).toEqual([0.126, 0.479])
})

test('an interval holds its share, stays within 0 and 1, and narrows with more of the same', () => {
  assert(
    property(integer({ min: 1, max: 500 }), integer({ min: 0, max: 500 }), (of, some) => {
      const count = Math.min(some, of)
      const { low, high } = intervalOf(count, of)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(count / of + 1e-12)
      expect(high).toBeGreaterThanOrEqual(count / of - 1e-12)
      const more = intervalOf(count * 4, of * 4)
      expect(more.high - more.low).toBeLessThan(high - low)
    }),
  )
})

test('each update counts once, whatever it says', () => {
  const said = record({ confidence: constantFrom(...CONFIDENCES), shipped: boolean() })
  assert(
    property(array(said), (all) => {
      const rows = calibrationOf(all)
      expect(rows.reduce((sum, row) => sum + row.said, 0)).toBe(all.length)
      expect(rows.reduce((sum, row) => sum + row.shipped, 0)).toBe(all.filter((one) => one.shipped).length)
    }),
  )
})
