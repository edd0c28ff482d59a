import { expect, test } from 'vitest'

import { figure, tallyOf } from './capacity.ts'
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

test('figures have as many decimals as they need', () => {
  expect([figure(31), figure(34.5), figure(0.1 + 0.2)]).toEqual(['31', '34.5', '0.3'])
})
