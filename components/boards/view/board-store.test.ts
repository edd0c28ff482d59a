import { expect, test } from 'vitest'

import {
  askEach,
  createBoardStore,
  type Extras,
  focusCard,
  isMovedByKeys,
  toggleLane,
} from './board-store.ts'

const questions = [
  { kind: 'blocked', subject: '#1' },
  { kind: 'close', subject: '#1' },
] as const

test('questions come one after the other, and only behind the last the move is made, with all answers', () => {
  const store = createBoardStore(1)
  const made: Extras[] = []
  askEach(store, questions, (extras) => made.push(extras))
  expect(store.get().ask?.kind).toBe('blocked')
  store.get().ask?.proceed({ blocked: { need: 'A key', from: 'Ops' } })
  expect([store.get().ask?.kind, made]).toEqual(['close', []])
  store.get().ask?.proceed({ closeReason: 'done' })
  expect(made).toEqual([{ blocked: { need: 'A key', from: 'Ops' }, closeReason: 'done' }])
})

test('without a question the move is made at once, and a question that is left makes none', () => {
  const store = createBoardStore(1)
  const made: Extras[] = []
  askEach(store, [], (extras) => made.push(extras))
  expect([store.get().ask, made]).toEqual([null, [{}]])
  askEach(store, questions, (extras) => made.push(extras))
  store.set({ ask: null })
  expect(made).toHaveLength(1)
})

test('a selected card that is carried takes the others along; a card that is not selected goes alone', () => {
  const carry = {
    ref: 1,
    how: 'keys',
    from: '1',
    own: '',
    section: '',
    lane: '1',
    index: 0,
    height: 0,
  } as const
  const moves = (selected: number[], ref: number) =>
    isMovedByKeys({ ...createBoardStore(null).get(), carry, selected: new Set(selected) }, ref)
  expect([moves([], 1), moves([], 2)]).toEqual([true, false])
  expect([moves([1, 2], 1), moves([1, 2], 2), moves([1, 2], 3)]).toEqual([true, true, false])
  expect(moves([2, 3], 2)).toBe(false)
  expect(isMovedByKeys(createBoardStore(null).get(), 1)).toBe(false)
})

test('a lane beside the columns is unfolded and folded, and a card can ask for the focus', () => {
  const store = createBoardStore(null)
  toggleLane(store, 'closed')
  toggleLane(store, 'none')
  toggleLane(store, 'closed')
  expect(store.get().opened).toEqual(['none'])
  focusCard(store, 4)
  expect(store.get()).toMatchObject({ active: 4, wanted: true })
})
