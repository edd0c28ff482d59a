import { expect, test } from 'vitest'

import { figure, figureOf, overText } from './text.ts'

test('a figure has as many decimals as it needs, two at most', () => {
  expect([31, 34.5, 0.25, 1 / 3, 2.999].map(figure)).toEqual(['31', '34.5', '0.25', '0.33', '3'])
})

test('each term is told in its unit: days, a share in percent, focus as a factor', () => {
  expect([figureOf('workingDays', 1), figureOf('timeOff', 2.5)]).toEqual(['1 day', '2.5 days'])
  expect([figureOf('share', 0.6), figureOf('share', 1 / 3), figureOf('focus', 0.8)]).toEqual([
    '60 %',
    '33.3 %',
    '0.8',
  ])
})

test('what lies beyond a capacity is told, what fits is not', () => {
  expect([overText(14, 12.5), overText(12.5, 12.5), overText(3, 12.5)]).toEqual(['1.5 over', '', ''])
})
