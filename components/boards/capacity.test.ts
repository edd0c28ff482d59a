import { expect, test } from 'vitest'

import { belowWaterline, figure, tallyOf } from './capacity.ts'
import { aCard, aView, namesOf } from './testing.ts'

const capacity = (weight: number) => ({ weight, workingDays: 20, people: 5, focus: 1, daysPerWeight: 2 })
const view = aView({ capacity: capacity(5) })
const tally = (cards: ReturnType<typeof aCard>[]) => tallyOf(cards, view, namesOf(view))

test('what was said is what is open and what is done, not what was closed otherwise', () => {
  const cards = [
    aCard({ ref: 1, weight: 3 }),
    aCard({ ref: 2, weight: 2, state: 'closed', closeReason: 'done' }),
    aCard({ ref: 3, weight: 5, state: 'closed', closeReason: 'wont_do' }),
    aCard({ ref: 4, weight: null, labelIds: ['group', 'blocked'] }),
  ]
  expect(tally(cards)).toEqual({ said: 5, done: 2, unweighted: 1, blocked: 1, open: 2, capacity: 5 })
})

test('the waterline counts all columns together, in the order of the board', () => {
  const cards = [
    aCard({ ref: 1, weight: 3, labelIds: ['group', 'dev'] }),
    aCard({ ref: 2, weight: 2, labelIds: ['group', 'review'] }),
    aCard({ ref: 3, weight: 1, labelIds: ['group', 'dev'] }),
    aCard({ ref: 4, weight: 1, labelIds: ['group', 'review'] }),
  ]
  expect([...belowWaterline(cards, tally(cards))]).toEqual([3, 4])
})

test('what is done already has taken its share of the capacity', () => {
  const cards = [
    aCard({ ref: 1, weight: 3, state: 'closed', closeReason: 'done' }),
    aCard({ ref: 2, weight: 2 }),
    aCard({ ref: 3, weight: 1 }),
  ]
  expect([...belowWaterline(cards, tally(cards))]).toEqual([3])
})

test('where nobody knows the capacity, no line is drawn', () => {
  const unknown = aView({ capacity: null })
  const cards = [aCard({ weight: 99 })]
  expect(belowWaterline(cards, tallyOf(cards, unknown, namesOf(unknown))).size).toBe(0)
})

test('figures have as many decimals as they need', () => {
  expect([figure(31), figure(34.5), figure(0.1 + 0.2)]).toEqual(['31', '34.5', '0.3'])
})
