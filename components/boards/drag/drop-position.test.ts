import { expect, test } from 'vitest'

import { predictedRank, indexByRank, keepsOrder, neighboursAt } from './drop-position.ts'
import { aCard } from '#components/boards/testing/boards.ts'

const others = [aCard({ ref: 1, rank: 'B' }), aCard({ ref: 2, rank: 'D' })]

test('a place is told by its neighbours, never by a number', () => {
  expect(neighboursAt(others, 0)).toEqual({ after: null, before: 1 })
  expect(neighboursAt(others, 1)).toEqual({ after: 1, before: 2 })
  expect(neighboursAt(others, 2)).toEqual({ after: 2, before: null })
})

test('an empty lane, and a lane without an order, leave the rank as it is', () => {
  expect(neighboursAt([], 0)).toEqual({})
  expect(neighboursAt(others, null)).toEqual({})
  expect(keepsOrder('closed')).toBe(false)
  expect(keepsOrder('none')).toBe(false)
  expect(keepsOrder('1')).toBe(true)
})

test('the predicted rank lies between the neighbours', () => {
  const rank = predictedRank(aCard({ rank: 'Z' }), others, 1)
  expect(rank > 'B' && rank < 'D').toBe(true)
  expect(predictedRank(aCard({ rank: 'Z' }), others, 0) < 'B').toBe(true)
  expect(predictedRank(aCard({ rank: 'Z' }), others, 2) > 'D').toBe(true)
  expect(predictedRank(aCard({ rank: 'Z' }), others, null)).toBe('Z')
})

test('a card without a wish lies where its rank puts it', () => {
  expect(indexByRank({ rank: 'A' }, others)).toBe(0)
  expect(indexByRank({ rank: 'C' }, others)).toBe(1)
  expect(indexByRank({ rank: 'Z' }, others)).toBe(2)
})
