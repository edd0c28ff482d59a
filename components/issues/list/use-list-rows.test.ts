import { expect, test } from 'vitest'

import { isLeap } from './use-list-rows.ts'

test('scrolling on is no leap, however the pieces change, and neither is coming back to the beginning', () => {
  expect(isLeap([1, 2], [2, 3])).toBe(false)
  expect(isLeap([1], [])).toBe(false)
  expect(isLeap([], [7])).toBe(false)
})

test('a person who is somewhere else at once has leapt', () => {
  expect(isLeap([1, 2], [9, 10])).toBe(true)
})
