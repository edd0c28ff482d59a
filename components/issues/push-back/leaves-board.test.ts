import { expect, test } from 'vitest'

import { aCard, aView } from '#components/boards/testing/boards.ts'
import type { Card } from '#lib/contract/issues.ts'

import { leavesBoard, mayLeave, runningOf } from './leaves-board.ts'
import type { LeavingWish } from './leaves-board.ts'

const view = aView()
const [now] = view.milestones
const labels = [
  ...view.labels,
  { id: 'deliverable', title: 'Deliverable', meaning: 'deliverable', hue: 20 },
  { id: 'other', title: 'group::duo chat', meaning: null, hue: 20 },
]
const next = { ...now, id: '8', slug: '19.8', title: '19.8', startOn: '2026-12-12', dueOn: '2027-01-15' }
const shelf = {
  ...now,
  id: '9',
  slug: 'next-1-3',
  title: 'Next 1-3',
  shelf: 'next-1-3',
  startOn: null,
  dueOn: null,
}
// safe because the view of the tests has one milestone, of which these are copies
const milestones = [now, next, shelf] as typeof view.milestones
const lookups = { labels, milestones, current: '19.7', next: '19.8' }
const em = { handle: 'mohamed', roles: ['em' as const], admin: false }
const promised = aCard({ labelIds: ['group', 'dev', 'deliverable'], dri: 'julie' })
const leaves = (wish: LeavingWish, card: Card = promised, more: Partial<typeof lookups> = {}) =>
  leavesBoard(card, wish, { actor: em, lookups: { ...lookups, ...more } })

test('taking the label off, displacing the label of the group, and going to the next milestone leave it', () => {
  expect(leaves({ what: 'labels', remove: ['Deliverable'] })).toBe(true)
  expect(leaves({ what: 'labels', add: ['group::duo chat'] })).toBe(true)
  expect(leaves({ what: 'milestone', milestone: '19.8' })).toBe(true)
  expect(leaves({ what: 'milestone', milestone: 'next-1-3', withoutDeliverable: true })).toBe(true)
  expect(leaves({ what: 'milestone', milestone: '19.7', withoutDeliverable: true })).toBe(true)
})

test('what a rule will refuse asks nothing: the refusal offers the way, and that one asks', () => {
  expect(leaves({ what: 'milestone', milestone: 'next-1-3' })).toBe(false)
  expect(leaves({ what: 'milestone', milestone: null })).toBe(false)
})

test('other labels, other milestones and other issues ask nothing', () => {
  expect(leaves({ what: 'labels', add: ['severity::2'], remove: ['workflow::in dev'] })).toBe(false)
  expect(leaves({ what: 'labels', remove: ['Deliverable'] }, aCard())).toBe(false)
  const later = { ...promised, milestone: '19.8' }
  expect(leaves({ what: 'labels', remove: ['Deliverable'] }, later)).toBe(false)
  expect(mayLeave({ what: 'weight' })).toBe(false)
})

test('a milestone that was closed before its end does not run any more', () => {
  const closed = milestones.map((one) => ({ ...one, closed: one.slug === '19.7' }))
  expect(runningOf({ ...lookups, milestones: closed })).toBeNull()
  expect(leaves({ what: 'labels', remove: ['Deliverable'] }, promised, { milestones: closed })).toBe(false)
})
