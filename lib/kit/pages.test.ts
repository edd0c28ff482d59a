import { expect, test } from 'vitest'

import { withEarlier, withNewest } from './pages.ts'
import type { Page } from './pages.ts'

const page = (numbers: number[], next: string | null): Page<{ number: number }> => ({
  items: numbers.map((number) => ({ number })),
  next,
})

test('what slides out of the newest page stays, once', () => {
  const held = withEarlier(page([9, 8, 7], '7'), page([6, 5, 4], '4'))
  expect(withNewest(held, page([11, 10, 9], '9'))).toEqual(page([11, 10, 9, 8, 7, 6, 5, 4], '4'))
  expect(withNewest(held, page([9, 8, 7], '7'))).toEqual(held)
})

test('where too much happened at once the newest page alone is shown, so that no gap is hidden', () => {
  expect(withNewest(page([5, 4], '4'), page([20, 19], '19'))).toEqual(page([20, 19], '19'))
})

test('a newest page that is everything is everything', () => {
  expect(withNewest(page([2, 1], null), page([3, 2, 1], null))).toEqual(page([3, 2, 1], null))
})
