import { expect, test } from 'vitest'

import { aCard } from '#components/boards/testing/boards.ts'
import { aSnapshot } from '#components/boards/testing/snapshot.ts'
import { createBoardStore } from '#components/boards/view/board-store.ts'

import {
  isWithOthers,
  selectedCards,
  selectNothing,
  selectOnly,
  selectUpTo,
  toggleSelected,
} from './selection.ts'

const inDev = [1, 2, 3, 4].map((ref) => aCard({ ref, rank: `B${ref}` }))
const inReview = aCard({ ref: 5, labelIds: ['group', 'review'] })
const board = aSnapshot({}, 'none', [...inDev, inReview])
const selectedIn = (store: ReturnType<typeof createBoardStore>) => [...store.get().selected].toSorted()

test('a card is selected and let go by the same press, and is the active one from then on', () => {
  const store = createBoardStore(null)
  toggleSelected(store, 2)
  toggleSelected(store, 4)
  expect([selectedIn(store), store.get().active]).toEqual([[2, 4], 4])
  toggleSelected(store, 2)
  expect([selectedIn(store), store.get().active]).toEqual([[4], 2])
  selectNothing(store)
  expect(selectedIn(store)).toEqual([])
})

test('up to a card takes all between in the lane, downwards and upwards, and keeps what was selected', () => {
  for (const [from, to] of [
    [2, 4],
    [4, 2],
  ] as const) {
    const store = createBoardStore(from)
    selectOnly(store, [5])
    selectUpTo(store, board, to)
    expect([selectedIn(store), store.get().active]).toEqual([[2, 3, 4, 5], to])
  }
})

test('between two lanes, or from nowhere, there is nothing between: the card alone is added', () => {
  const store = createBoardStore(2)
  selectUpTo(store, board, 5)
  expect(selectedIn(store)).toEqual([5])
  const fresh = createBoardStore(null)
  selectUpTo(fresh, board, 3)
  expect(selectedIn(fresh)).toEqual([3])
})

test('an act is meant for the selected cards that are to be seen, in the order of the board', () => {
  const hidden = { ...board, lanes: board.lanes.map((lane) => ({ ...lane, cards: lane.cards.slice(1) })) }
  const refs = (some: number[], on = board) => selectedCards(on, new Set(some)).map(({ ref }) => ref)
  expect(refs([5, 3, 1])).toEqual([1, 3, 5])
  expect(refs([1, 3], hidden)).toEqual([3])
  expect(refs([99])).toEqual([])
  expect(isWithOthers(board, new Set([1, 3]), 3)).toBe(true)
  expect(isWithOthers(board, new Set([1, 3]), 2)).toBe(false)
  expect(isWithOthers(hidden, new Set([1, 3]), 3)).toBe(false)
})
