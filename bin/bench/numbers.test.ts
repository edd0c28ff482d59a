import { expect, test } from 'vitest'
import { summaryOf } from './numbers.ts'

test('of a hundred samples the ninety-fifth is the p95, in whatever order they came', () => {
  const samples = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect(summaryOf(samples)).toEqual({ median: 50, p95: 95, worst: 100, samples: 100 })
})

test('of a few samples the worst is the p95, not something between two of them', () => {
  expect(summaryOf([1, 2, 30])).toEqual({ median: 2, p95: 30, worst: 30, samples: 3 })
})

test('no samples are no result, rather than a perfect one', () => {
  expect(() => summaryOf([])).toThrow('no samples')
})
