import { expect, test } from 'vitest'

import { aCard } from '#components/boards/testing/boards.ts'
import { aSnapshot } from '#components/boards/testing/snapshot.ts'
import type { BoardParts } from '#components/boards/view/board-context.ts'
import type { Grouping } from '#components/boards/view/grouping.ts'
import type { Card } from '#lib/contract/issues.ts'
import type { Role } from '#lib/domain/permissions.ts'

import { movesOf } from './moves.ts'

const mine = aCard({ ref: 1, dri: 'cindy', assignees: ['cindy'] })
const other = aCard({ ref: 2, labelIds: ['group', 'review'] })

function offered(
  refs: number[],
  grouping: Grouping = 'none',
  roles: Role[] = ['engineer'],
  cards: Card[] = [mine, other],
) {
  const moved: unknown[] = []
  const snapshot = aSnapshot({ roles }, grouping, cards)
  // safe because the menu asks for the board as it is, and moves
  const parts = {
    snapshot: () => snapshot,
    move: (...given: unknown[]) => void moved.push(given),
  } as unknown as BoardParts
  const entries = movesOf(parts, refs)
  const acts = entries.flatMap((entry) => (entry.kind === 'act' ? [entry] : []))
  return { acts, moved, headings: entries.filter(({ kind }) => kind === 'heading').length }
}
const labels = ({ acts }: ReturnType<typeof offered>) => acts.map(({ label }) => label)

test('a card can go to every lane of its board, and its own says that it is there', () => {
  const menu = offered([1])
  expect(labels(menu)).toEqual(expect.arrayContaining(['in dev', 'in review', 'blocked', 'Closed']))
  expect(menu.acts.find(({ label }) => label === 'in dev')).toMatchObject({
    hint: 'is here',
    disabledReason: 'Already here.',
  })
  const to = menu.acts.find(({ label }) => label === 'in review')
  expect(to?.disabledReason).toBeNull()
  to?.act()
  expect(menu.moved).toEqual([[1, { lane: '2', index: null }]])
})

test('several cards are in no lane together: each lane is offered', () => {
  const menu = offered([1, 2])
  expect(menu.acts.every(({ hint }) => hint === '')).toBe(true)
  expect(menu.acts.find(({ label }) => label === 'in dev')?.disabledReason).toBeNull()
})

test('lanes across the columns stand apart, and are entered in the lane where each card is', () => {
  const menu = offered([2], 'epic', ['engineer'], [aCard({ ref: 1, epic: 3 }), other])
  expect(menu.headings).toBe(1)
  menu.acts.find(({ label }) => label === 'Health check')?.act()
  expect(menu.moved).toEqual([[2, { lane: '2', index: null, section: '3', eachInItsLane: true }]])
})

test('a role that never moves cards has no lane to choose from', () => {
  expect(offered([1], 'none', ['stakeholder']).acts.filter(({ disabledReason }) => !disabledReason)).toEqual(
    [],
  )
})

test('a card that left the board meanwhile is offered nothing', () => {
  expect(offered([9]).acts).toEqual([])
})
