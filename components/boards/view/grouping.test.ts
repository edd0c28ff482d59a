import { expect, test } from 'vitest'

import { arrange } from './arrange.ts'
import { swimlanesOf } from './grouping.ts'
import { placeAmong } from '#components/boards/drag/board-snapshot.ts'
import type { BoardSnapshot } from '#components/boards/drag/board-snapshot.ts'
import { aCard, aView, namesOf } from '#components/boards/testing/boards.ts'

const view = aView()
const names = namesOf(view)
const card = (ref: number, dri: string | null, weight = 1) => aCard({ ref, dri, weight, rank: `V${ref}` })
const cards = [card(1, 'cindy'), card(2, 'julie', 3), card(3, 'cindy'), card(4, null)]
const shape = { columns: view.columns, grouping: 'person' as const, names, below: new Set<number>() }
const sceneOf = (folded: readonly string[] = []): BoardSnapshot => ({
  group: 'custom-models',
  view,
  cards,
  lanes: arrange(cards, () => true, { ...shape, folded }),
  grouping: 'person',
  swimlanes: swimlanesOf(cards, 'person', names),
  folded,
  names,
  actor: { handle: 'cindy', roles: ['engineer'], admin: false },
})

test('a swimlane for each group that has cards, summed up over all columns', () => {
  expect(
    swimlanesOf(cards, 'person', names).map(({ title, sums }) => [title, sums.count, sums.weight]),
  ).toEqual([
    ['Julie Huang', 1, 3],
    ['Cindy Halim', 2, 2],
    ['No DRI', 1, 1],
  ])
  expect(swimlanesOf(cards, 'none', names)).toEqual([])
})

test('a folded group shows no card, and the counts of its column stay', () => {
  const [dev] = sceneOf(['cindy']).lanes
  expect(dev?.cards.map(({ ref }) => ref)).toEqual([2, 4])
  expect(dev?.all.count).toBe(4)
})

test('what is closed or fits no column is not folded away with its group', () => {
  const closed = { ...card(5, 'cindy'), state: 'closed' as const, closeReason: 'done' as const }
  const lanes = arrange([...cards, closed], () => true, { ...shape, folded: ['cindy'] })
  expect(lanes.at(-1)?.cards.map(({ ref }) => ref)).toEqual([5])
})

test('a place counts among the cards of the own group, whatever lies beside it', () => {
  const snapshot = sceneOf()
  const [first] = cards
  if (!first) throw new Error('no card')
  // shown are julie 2, cindy 1 and 3, nobody 4: behind 3 is place 2 of the others
  const { others, index } = placeAmong(snapshot, snapshot.lanes[0]?.id ?? '', first, 2)
  expect([others.map(({ ref }) => ref), index]).toEqual([[3], 1])
})
