import { expect, test } from 'vitest'

import { aCard } from '#components/boards/testing/boards.ts'
import { aSnapshot } from '#components/boards/testing/snapshot.ts'
import { CLOSED } from '#lib/domain/boards.ts'

import { laneById, laneOfCard, placeAmong, sectionOf, sectionTitle } from './board-snapshot.ts'
import { predictedMove } from '#components/boards/moves/predicted-move.ts'

const DEV = '1'
const REVIEW = '2'
const card = (ref: number, dri: string | null, rank: string) => aCard({ ref, dri, rank })
const julies = [card(1, 'julie', 'B'), card(2, 'julie', 'F')]
const cindys = [card(3, 'cindy', 'D'), card(4, 'cindy', 'H')]
const all = [...julies, ...cindys]
const [mine] = cindys
if (!mine) throw new Error('There is a card of Cindy.')
const place = (grouping: 'none' | 'person', index: number | null, section?: string) => {
  const { others, index: among } = placeAmong(aSnapshot({}, grouping, all), DEV, mine, index, section)
  return [others.map(({ ref }) => ref), among]
}

test('without groups a place counts among all other cards of the column', () => {
  expect(place('none', 2)).toEqual([[1, 2, 4], 2])
  expect(place('none', null)).toEqual([[1, 2, 4], null])
})

test('where cards are grouped a place counts among those of one group', () => {
  // as they are shown: 1 and 2 of Julie, then 4 of Cindy, who drives the card that moves
  expect(place('person', 2)).toEqual([[4], 0])
  expect(place('person', 3)).toEqual([[4], 1])
  expect(place('person', 1, 'julie')).toEqual([[1, 2], 1])
})

test('a place among another group says nothing of the own one: the column decides', () => {
  expect(place('person', 0)).toEqual([[1, 2, 4], 0])
  expect(place('person', 0, 'patrick')).toEqual([[1, 2, 4], 0])
})

test('a card is in the column of its state, beside all columns, or closed', () => {
  const board = aSnapshot({}, 'person', all)
  expect(laneOfCard(board, mine)).toBe(DEV)
  expect(laneOfCard(board, aCard({ labelIds: ['group', 'review'] }))).toBe(REVIEW)
  expect(laneById(board, laneOfCard(board, aCard({ labelIds: [] })))?.title).toBe('Not in a column')
  expect(laneById(board, laneOfCard(board, aCard({ state: 'closed' })))?.title).toBe('Closed')
  expect([sectionOf(board, mine), sectionTitle(board, 'cindy'), sectionTitle(board, 'zoe')]).toEqual([
    'cindy',
    'Cindy Halim',
    null,
  ])
})

test('a card that moves shows at once what it will be: its column, its place, and that work goes on', () => {
  const board = aSnapshot({}, 'none', all)
  const moved = predictedMove(board, mine, { lane: REVIEW, index: null }, {})
  expect(moved).toMatchObject({ labelIds: ['group', 'review'], state: 'open', blocked: null })
  const stuck = predictedMove(
    board,
    mine,
    { lane: '3', index: null },
    { blocked: { need: 'A key', from: 'Ops' } },
  )
  expect(stuck).toMatchObject({ labelIds: ['group', 'blocked'], blocked: { need: 'A key', from: 'Ops' } })
  const within = predictedMove(board, mine, { lane: DEV, index: 1 }, {})
  const { rank = '' } = within
  expect(rank > 'B' && rank < 'F').toBe(true)
  expect('blocked' in within).toBe(false)
})

test('a card that is closed shows the reason that was given, and done where none was asked', () => {
  const board = aSnapshot({}, 'none', all)
  const closed = (extras: Parameters<typeof predictedMove>[3]) => {
    const { state, closeReason } = predictedMove(board, mine, { lane: CLOSED, index: null }, extras)
    return [state, closeReason]
  }
  expect(closed({})).toEqual(['closed', 'done'])
  expect(closed({ closeReason: 'duplicate' })).toEqual(['closed', 'duplicate'])
  const done = aCard({ ref: 9, state: 'closed', closeReason: 'done' })
  const back = predictedMove(aSnapshot({}, 'none', [...all, done]), done, { lane: DEV, index: 0 }, {})
  expect(back).toMatchObject({ state: 'open', closeReason: null })
})
