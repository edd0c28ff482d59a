import { expect, test } from 'vitest'

import { aCard, aView } from '#components/boards/testing/boards.ts'
import type { Role } from '#lib/domain/permissions.ts'

import { deliverablesHint } from './deliverable-hints.ts'

const milestone = (slug: string) => ({
  id: slug,
  slug,
  title: slug,
  shelf: null,
  startOn: '2026-11-14',
  dueOn: '2026-12-11',
  closed: false,
})
const [now, next, far] = ['19.7', '19.8', '19.9'].map(milestone)
const meaning = (id: string, title: string, meaning: string) => ({ id, title, meaning, hue: 200 })
const lookups = {
  milestones: [now, next, far].flatMap((one) => one ?? []),
  current: '19.7',
  next: '19.8',
  labels: [
    ...aView().labels,
    meaning('deliverable', 'Deliverable', 'deliverable'),
    meaning('ready', 'workflow::ready for development', 'workflow.ready-for-development'),
  ],
}
const committed = aCard({ dri: 'julie', assignees: ['julie'], labelIds: ['group', 'ready', 'deliverable'] })
const free = aCard({ labelIds: ['group', 'ready'] })
const hints = (role: Role, cards = [committed], count = cards.length) => {
  const hintOf = deliverablesHint(cards, count, { lookups, actor: { roles: [role], admin: false } })
  return [now, next, far, null].map((to) => hintOf(to ?? null))
}

test('beside each milestone the EM reads where a Deliverable cannot go as it is, anyone else whom to ask', () => {
  expect(hints('em')).toEqual(['', '', 'not as Deliverable', 'not as Deliverable'])
  expect(hints('engineer')).toEqual(['', 'ask the EM', 'ask the EM', 'ask the EM'])
})

test('what is no Deliverable goes anywhere without a word', () => {
  expect(hints('engineer', [free])).toEqual(['', '', '', ''])
})

test('of several it is said how many cannot go, and of those not read yet that it is some', () => {
  expect(hints('em', [committed, free])).toEqual(['', '', '1 not as Deliverable', '1 not as Deliverable'])
  expect(hints('engineer', [committed, committed, free])[1]).toBe('2: ask the EM')
  expect(hints('engineer', [committed, committed])[1]).toBe('ask the EM')
  expect(hints('engineer', [committed, free], 90)[1]).toBe('some: ask the EM')
})
