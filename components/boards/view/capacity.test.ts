import { expect, test } from 'vitest'

import { cardSums, commitmentOf, figure, leftText } from './capacity.ts'
import { aCapacity, aCard, aNotShown, aView, namesOf } from '#components/boards/testing/boards.ts'

const view = aView({ capacity: aCapacity(5) })
const commitment = (cards: ReturnType<typeof aCard>[], shown = view) =>
  commitmentOf(cards, shown, namesOf(shown))

const cards = [
  aCard({ ref: 1, weight: 3 }),
  aCard({ ref: 2, weight: 2, state: 'closed', closeReason: 'done' }),
  aCard({ ref: 3, weight: 5, state: 'closed', closeReason: 'wont_do' }),
  aCard({ ref: 4, weight: null, labelIds: ['group', 'blocked'] }),
  aCard({ ref: 5, weight: 8, split: true }),
]

test('what was committed stays committed, however it was closed; the original of a split weighs nothing', () => {
  expect(commitment(cards)).toEqual({
    what: 'commitments',
    committed: 10,
    done: 2,
    unweighted: 1,
    blocked: 1,
    open: 3,
    capacity: 5,
    notShown: 0,
  })
})

test('a candidate that was dropped is none any more', () => {
  const planning = aView({ board: { ...view.board, kind: 'planning' } })
  expect(commitment(cards, planning)).toMatchObject({ what: 'candidates', committed: 5 })
})

test('what a reader may not see counts in their head of the board, and says so', () => {
  const tally = { open: 2, openWeight: 4, doneWeight: 1, droppedWeight: 0, blocked: 1, unweighted: 1 }
  const shown = aView({ capacity: aCapacity(5), notShown: aNotShown({ cards: 3, tally }) })
  expect(commitment(cards, shown)).toMatchObject({
    committed: 15,
    done: 3,
    unweighted: 2,
    blocked: 2,
    open: 5,
    notShown: 3,
  })
})

test('a spike needs no weight, so that no column counts it among the unweighted', () => {
  const spikes = aView({
    labels: [...view.labels, { id: 'spike', title: 'spike', meaning: 'spike', hue: 1 }],
  })
  const held = [aCard({ weight: null, labelIds: ['group', 'spike'] }), aCard({ ref: 2, weight: null })]
  expect(cardSums(held, namesOf(spikes))).toEqual({ count: 2, weight: 0, unweighted: 1 })
})

test('what is left is said in words', () => {
  expect([12, 0, -1.5].map(leftText)).toEqual(['12 left', 'None left', '1.5 over capacity'])
})

test('figures have as many decimals as they need', () => {
  expect([figure(31), figure(34.5), figure(0.1 + 0.2)]).toEqual(['31', '34.5', '0.3'])
})
