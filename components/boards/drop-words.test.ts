import { expect, test } from 'vitest'

import type { Card } from '#lib/contract/issues.ts'
import type { Role } from '#lib/domain/permissions.ts'

import { arrange } from './arrange.ts'
import { aloudDrop, carriedCards, dropWords } from './drop-words.ts'
import type { Scene } from './scene.ts'
import { aCapacity, aCard, aView, namesOf } from './testing.ts'

function sceneOf(
  cards: readonly Card[],
  facts: Parameters<typeof aView>[0] = {},
  roles: Role[] = ['engineer'],
): Scene {
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
  return { group: 'g', view, cards, lanes, names, actor: { handle: 'cindy', roles, admin: false } }
}

const words = (scene: Scene, refs: number[], to: string) => {
  const cards = scene.cards.filter(({ ref }) => refs.includes(ref))
  const [held] = cards
  if (!held) throw new Error('nothing is held')
  return dropWords(scene, cards, held, to, null)
}

test('one card tells its place, its labels and how much capacity is left', () => {
  const scene = sceneOf([aCard({ ref: 1, weight: 3 }), aCard({ ref: 2, weight: 4 })])
  expect(words(scene, [1], '2')).toMatchObject({
    lane: 'in review',
    place: 'place 1 of 1',
    count: '',
    off: ['workflow::in dev'],
    on: ['workflow::in review'],
    facts: ['Capacity left: 3 of 10.'],
    stays: [],
    refusal: null,
  })
})

test('what comes back from the closed ones takes its share of the capacity again', () => {
  const closed = aCard({ ref: 2, weight: 9, state: 'closed', closeReason: 'moved' })
  const scene = sceneOf([aCard({ ref: 1, weight: 3 }), closed])
  expect(words(scene, [2], '1').facts).toEqual(['Opens it again.', 'Capacity of 10: 2 over.'])
})

test('several cards tell how many move, together against the limits of the column', () => {
  const columns = aView().columns.map((column) => ({ ...column, wipCount: 1, wipWeight: 5 }))
  const scene = sceneOf([aCard({ ref: 1, weight: 3 }), aCard({ ref: 2, weight: 4 })], { columns })
  const told = words(scene, [1, 2], '2')
  expect(told).toMatchObject({
    count: '2 cards',
    place: '',
    warnings: ['in review would hold 2; the limit is 1.', 'in review would weigh 7; the limit is 5.'],
  })
  expect(aloudDrop(told)).toMatch(/^in review, 2 cards\. workflow::in dev comes off\./)
})

test('of several cards those that are refused are named, with the reason', () => {
  const ready = {
    id: 'ready',
    title: 'workflow::ready for development',
    meaning: 'workflow.ready-for-development',
    hue: 1,
  }
  const view = aView()
  const scene = sceneOf(
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
  expect(words(scene, [1, 2], '4')).toMatchObject({
    count: '1 of 2 cards',
    stays: ['#2 stays: Give it a weight from 1 to 3 first.'],
    refusal: null,
  })
  expect(words(scene, [2], '4')).toMatchObject({ refusal: 'Give it a weight from 1 to 3 first.', stays: [] })
})

test('all that is selected moves with the held card, if that is one of them', () => {
  const scene = sceneOf([aCard({ ref: 1 }), aCard({ ref: 2 }), aCard({ ref: 3 })])
  const carried = (held: number) => {
    const card = scene.cards.find(({ ref }) => ref === held)
    return card ? carriedCards(scene, new Set([1, 2]), card).map(({ ref }) => ref) : []
  }
  expect(carried(1)).toEqual([1, 2])
  expect(carried(3)).toEqual([3])
})
