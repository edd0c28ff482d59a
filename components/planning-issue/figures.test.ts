import { expect, test } from 'vitest'

import { figure, notShownText, overText } from './figures.ts'

test('a weight has one decimal at most, and none where it is whole', () => {
  expect([8, 12.5, 0.04, 7.95, 3.000_000_1].map(figure)).toEqual(['8', '12.5', '0', '8', '3'])
})

test('what is picked over the capacity is told, what fits is not', () => {
  expect(overText(14, 12.5)).toBe('1.5 over')
  expect(overText(12.5, 12.5)).toBe('')
  expect(overText(0, 0)).toBe('')
})

test('what a reader may not see is counted, without a word where it is nothing', () => {
  expect([0, 1, 12].map(notShownText)).toEqual(['', '1 not shown', '12 not shown'])
})
