import { expect, test } from 'vitest'

import type { Card } from '#lib/contract/issues.ts'
import type { Role } from '#lib/domain/permissions.ts'

import { arrange } from '#components/boards/view/arrange.ts'
import { dropAnnouncement, movedCards, dropSummary } from './drop-summary.ts'
import { swimlanesOf } from '#components/boards/view/grouping.ts'
import type { BoardSnapshot } from './board-snapshot.ts'
import { aCapacity, aCard, aView, namesOf } from '#components/boards/testing/boards.ts'

function sceneOf(
  cards: readonly Card[],
  facts: Parameters<typeof aView>[0] = {},
  roles: Role[] = ['engineer'],
): BoardSnapshot {
  const view = aView({ capacity: aCapacity(10), ...facts })
  const names = namesOf(view)
  const shape = {
    columns: view.columns,
    grouping: 'none' as const,
    names,
    below: new Set<number>(),
    folded: [],
  }
  const lanes = arrange(cards, () => true, shape)
  return {
    group: 'g',
    view,
    cards,
    lanes,
    grouping: 'none',
    swimlanes: [],
    folded: [],
    names,
    actor: { handle: 'cindy', roles, admin: false },
  }
}

const summaryOf = (snapshot: BoardSnapshot, refs: number[], to: string) => {
  const cards = snapshot.cards.filter(({ ref }) => refs.includes(ref))
  const [held] = cards
  if (!held) throw new Error('nothing is held')
  return dropSummary(snapshot, cards, held, to, null)
}

test('one card tells its place and its labels; capacity is said where the move changes it', () => {
  const snapshot = sceneOf([aCard({ ref: 1, weight: 3 }), aCard({ ref: 2, weight: 4 })])
  expect(summaryOf(snapshot, [1], '2')).toMatchObject({
    lane: 'in review',
    place: 'place 1 of 1',
    count: '',
    off: ['workflow::in dev'],
    on: ['workflow::in review'],
    facts: [],
    stays: [],
    refusal: null,
  })
})

test('a candidate that is opened again takes its share of the capacity; what was said was said all the time', () => {
  const cards = [
    aCard({ ref: 1, weight: 3 }),
    aCard({ ref: 2, weight: 9, state: 'closed', closeReason: 'moved' }),
  ]
  const planning = { board: { ...aView().board, kind: 'planning' as const } }
  expect(summaryOf(sceneOf(cards, planning), [2], '1').facts).toEqual([
    'Opens it again.',
    'Capacity of 10: 2 over.',
  ])
  expect(summaryOf(sceneOf(cards), [2], '1').facts).toEqual(['Opens it again.'])
})

const grouped = (
  cards: readonly Card[],
  grouping: 'epic' | 'person',
  roles: Role[] = ['engineer'],
): BoardSnapshot => {
  const snapshot = sceneOf(cards, {}, roles)
  const shape = {
    columns: snapshot.view.columns,
    names: snapshot.names,
    below: new Set<number>(),
    folded: [],
  }
  const lanes = arrange(cards, () => true, { ...shape, grouping })
  return { ...snapshot, lanes, grouping, swimlanes: swimlanesOf(cards, grouping, snapshot.names, 'cindy') }
}

test('another swimlane tells what it sets, beside what the column changes', () => {
  const snapshot = grouped([aCard({ ref: 1, epic: 3 }), aCard({ ref: 2 })], 'epic')
  const [, card] = snapshot.cards
  if (!card) throw new Error('nothing is held')
  const message = dropSummary(snapshot, [card], card, '2', null, '3')
  expect(message).toMatchObject({
    lane: 'in review, Health check',
    on: ['workflow::in review'],
    entered: ['Sets the epic to “Health check”.'],
  })
  expect(dropAnnouncement(message)).toContain('Sets the epic to “Health check”.')
  expect(dropSummary(snapshot, [card], card, '2', null, '').entered).toEqual([])
})

test('a person’s lane tells what becomes of the DRI, or why nothing does', () => {
  const cards = [aCard({ ref: 1 }), aCard({ ref: 2, dri: 'julie' })]
  const entered = (roles: Role[], ref: number, to: string) => {
    const snapshot = grouped(cards, 'person', roles)
    const card = cards.find((one) => one.ref === ref)
    if (!card) throw new Error('nothing is held')
    const message = dropSummary(snapshot, [card], card, '1', null, to)
    return message.refusal ?? message.entered.join()
  }
  expect(entered(['engineer'], 1, 'cindy')).toBe('Assigns it to you: you become the DRI.')
  expect(entered(['engineer'], 1, 'julie')).toBe('Only the engineering manager assigns others.')
  expect(entered(['engineer'], 2, 'cindy')).toBe('Julie Huang is the DRI. Ask for a hand-over.')
  expect(entered(['em'], 1, 'julie')).toBe('Makes Julie Huang the DRI.')
  expect(entered(['em'], 2, 'cindy')).toBe('Hands over from Julie Huang to Cindy Halim; you add the context.')
})

test('several cards tell how many move, together against the limits of the column', () => {
  const columns = aView().columns.map((column) => ({ ...column, wipCount: 1, wipWeight: 5 }))
  const snapshot = sceneOf([aCard({ ref: 1, weight: 3 }), aCard({ ref: 2, weight: 4 })], { columns })
  const message = summaryOf(snapshot, [1, 2], '2')
  expect(message).toMatchObject({
    count: '2 cards',
    place: '',
    warnings: ['in review would hold 2; the limit is 1.', 'in review would weigh 7; the limit is 5.'],
  })
  expect(dropAnnouncement(message)).toMatch(/^in review, 2 cards\. Removes workflow::in dev\./)
})

test('of several cards those that are refused are named, with the reason', () => {
  const ready = {
    id: 'ready',
    title: 'workflow::ready for development',
    meaning: 'workflow.ready-for-development',
    hue: 1,
  }
  const view = aView()
  const snapshot = sceneOf(
    [
      aCard({ ref: 1, labelIds: ['group', 'dev', 'bug'] }),
      aCard({ ref: 2, weight: null, labelIds: ['group', 'dev', 'bug'] }),
    ],
    {
      labels: [...view.labels, ready],
      columns: [
        ...view.columns,
        { id: '4', title: 'ready', labelId: 'ready', wipCount: null, wipWeight: null, usualDays: null },
      ],
    },
  )
  expect(summaryOf(snapshot, [1, 2], '4')).toMatchObject({
    count: '1 of 2 cards',
    stays: ['#2 stays: Set a weight from 1 to 3 first.'],
    refusal: null,
  })
  expect(summaryOf(snapshot, [2], '4')).toMatchObject({
    refusal: 'Set a weight from 1 to 3 first.',
    stays: [],
  })
})

test('all that is selected moves with the held card, if that is one of them', () => {
  const snapshot = sceneOf([aCard({ ref: 1 }), aCard({ ref: 2 }), aCard({ ref: 3 })])
  const moved = (held: number) => {
    const card = snapshot.cards.find(({ ref }) => ref === held)
    return card ? movedCards(snapshot, new Set([1, 2]), card).map(({ ref }) => ref) : []
  }
  expect(moved(1)).toEqual([1, 2])
  expect(moved(3)).toEqual([3])
})
