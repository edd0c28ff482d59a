import { describe, expect, test } from 'vitest'

import { aCard, aView } from '#components/boards/testing/boards.ts'
import { withOptimistic, keepNewest, withCard, withoutCard } from './patch-board.ts'

const refs = (view: { cards: { ref: number }[] } | null) => view?.cards.map(({ ref }) => ref)

describe('a board that hears of a card', () => {
  const view = aView({ cards: [aCard({ ref: 1, rank: 'A' }), aCard({ ref: 3, rank: 'C' })] })

  test('puts a new one in its place by rank', () => {
    expect(refs(withCard(view, aCard({ ref: 2, rank: 'B' })))).toEqual([1, 2, 3])
    expect(refs(withCard(view, aCard({ ref: 4, rank: 'D' })))).toEqual([1, 3, 4])
  })

  test('moves one whose rank changed', () => {
    expect(refs(withCard(view, aCard({ ref: 1, rank: 'Z' })))).toEqual([3, 1])
  })

  test('takes one off that left the milestone or lost a label of the board', () => {
    expect(refs(withCard(view, aCard({ ref: 1, rank: 'A', milestone: '19.8' })))).toEqual([3])
    expect(refs(withCard(view, aCard({ ref: 1, rank: 'A', labelIds: ['dev'] })))).toEqual([3])
  })

  test('ignores one that was never on it', () => {
    expect(withCard(view, aCard({ ref: 9, milestone: null }))).toBe(view)
  })

  test('stays the very same when nothing is new, so that nothing renders again', () => {
    expect(withCard(view, aCard({ ref: 1, rank: 'A' }))).toBe(view)
  })

  test('leaves all other cards untouched', () => {
    const next = withCard(view, aCard({ ref: 1, rank: 'A', weight: 3 }))
    expect(next?.cards[1]).toBe(view.cards[1])
  })

  test('asks to be fetched again when the card names a label, a person or an epic it does not know', () => {
    expect(withCard(view, aCard({ ref: 1, labelIds: ['group', 'new'] }))).toBeNull()
    expect(withCard(view, aCard({ ref: 1, dri: 'stranger' }))).toBeNull()
    expect(withCard(view, aCard({ ref: 1, epic: 99 }))).toBeNull()
  })

  test('takes one off that the reader may no longer see', () => {
    expect(refs(withoutCard(view, 1))).toEqual([3])
  })
})

describe('what is predicted', () => {
  const view = aView({ cards: [aCard({ ref: 1, rank: 'A' }), aCard({ ref: 2, rank: 'B' })] })

  test('lies over the card, in its new place, and leaves the view as it is', () => {
    const cards = withOptimistic(view, new Map([[1, { rank: 'Z', weight: 5 }]]))
    expect(cards.map(({ ref }) => ref)).toEqual([2, 1])
    expect(cards[1]?.weight).toBe(5)
    expect(view.cards[0]?.weight).toBe(1)
  })

  test('takes a card off that will leave the board', () => {
    expect(withOptimistic(view, new Map([[1, { milestone: null }]])).map(({ ref }) => ref)).toEqual([2])
  })

  test('of other boards leaves the very same list', () => {
    expect(withOptimistic(view, new Map([[77, { weight: 5 }]]))).toBe(view.cards)
  })
})

test('a slow answer does not replace a board that heard of later events', () => {
  const [old, fresh] = [aView({ event: 12 }), aView({ event: 11 })]
  expect(keepNewest(old, fresh)).toBe(old)
  expect(keepNewest(fresh, old)).toBe(old)
  expect(keepNewest(undefined, fresh)).toBe(fresh)
})
