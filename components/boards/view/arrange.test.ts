import { describe, expect, test } from 'vitest'

import { arrange, steady } from './arrange.ts'
import type { Grouping } from './grouping.ts'
import { aCard, aView, namesOf } from '#components/boards/testing/boards.ts'

const all = () => true
const view = aView()
const shape = {
  columns: view.columns,
  grouping: 'none' as Grouping,
  names: namesOf(view),
  below: new Set<number>(),
  folded: [],
}

describe('a board', () => {
  test('shows every card in one lane: its column, not in a column, or closed', () => {
    const cards = [
      aCard({ ref: 1 }),
      aCard({ ref: 2, labelIds: ['group'] }),
      aCard({ ref: 3, state: 'closed', closeReason: 'done' }),
    ]
    const lanes = arrange(cards, all, shape)
    expect(lanes.map(({ title, cards }) => [title, cards.map(({ ref }) => ref)])).toEqual([
      ['in dev', [1]],
      ['in review', []],
      ['blocked', []],
      ['Not in a column', [2]],
      ['Closed', [3]],
    ])
  })

  test('shows what was closed last first', () => {
    const closed = { state: 'closed', closeReason: 'done' } as const
    const cards = [
      aCard({ ref: 1, ...closed, closedAt: '2026-11-20T09:00:00Z' }),
      aCard({ ref: 2, ...closed, closedAt: '2026-11-21T09:00:00Z' }),
    ]
    expect(
      arrange(cards, all, shape)
        .at(-1)
        ?.cards.map(({ ref }) => ref),
    ).toEqual([2, 1])
  })

  test('keeps counting what a filter hides, because a limit is not kept by looking away', () => {
    const columns = view.columns.map((column) => ({ ...column, wipCount: 1 }))
    const [dev] = arrange([aCard({ ref: 1 }), aCard({ ref: 2 })], ({ ref }) => ref === 1, {
      ...shape,
      columns,
    })
    expect(dev).toMatchObject({ over: true, shown: { count: 1 }, all: { count: 2 } })
  })

  test('groups by person, in the order of the people, with cards of no person last', () => {
    const cards = [aCard({ ref: 1 }), aCard({ ref: 2, dri: 'cindy' }), aCard({ ref: 3, dri: 'julie' })]
    const [dev] = arrange(cards, all, { ...shape, grouping: 'person' })
    expect(dev?.rows.map((row) => (row.kind === 'head' ? row.title : row.key))).toEqual([
      'Julie Huang',
      '#3',
      'Cindy Halim',
      '#2',
      'No DRI',
      '#1',
    ])
  })

  test('draws the waterline once in a column, before the first card below it', () => {
    const cards = [aCard({ ref: 1 }), aCard({ ref: 2 }), aCard({ ref: 3 })]
    const [dev] = arrange(cards, all, { ...shape, below: new Set([2, 3]) })
    expect(dev?.rows.map(({ key }) => key)).toEqual(['#1', 'line ', '#2', '#3'])
  })

  test('draws the waterline in each group, before its first card below it, and in none that lies above', () => {
    const cards = [
      aCard({ ref: 1, dri: 'julie' }),
      aCard({ ref: 2, dri: 'cindy' }),
      aCard({ ref: 3, dri: 'julie' }),
      aCard({ ref: 4 }),
    ]
    const [dev] = arrange(cards, all, { ...shape, grouping: 'person', below: new Set([3, 4]) })
    expect(dev?.rows.map(({ key }) => key)).toEqual([
      'head julie',
      '#1',
      'line julie',
      '#3',
      'head cindy',
      '#2',
      'head ',
      'line ',
      '#4',
    ])
  })
})

test('lanes that nothing changed in stay the very same', () => {
  const cards = [aCard({ ref: 1 }), aCard({ ref: 2, labelIds: ['group', 'review'] })]
  const before = arrange(cards, all, shape)
  const moved = [...cards.slice(0, 1), aCard({ ref: 2, labelIds: ['group', 'blocked'] })]
  const now = steady(before, arrange(moved, all, shape))
  expect(now.map((lane, at) => lane === before[at])).toEqual([true, false, false, true, true])
})
