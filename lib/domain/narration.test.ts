import { expect, test } from 'vitest'

import { isIssueEvent } from './events.ts'
import type { EventData } from './events.ts'
import { narrate } from './narration.ts'

const cindy = { id: '1', name: 'Cindy Halim' }
const julie = { id: '2', name: 'Julie Huang' }
const epic = { id: 'e', title: 'Model lifecycle' }
const inDev = { id: 'l1', title: 'workflow::in dev', meaning: 'workflow.in-dev' }
const inReview = { id: 'l2', title: 'workflow::in review', meaning: 'workflow.in-review' }

test('in a feed the sentence names its subject', () => {
  const taken = {
    type: 'issue.dri_taken',
    data: { person: julie, assigned: true },
    actorName: 'Julie Huang',
  } as const
  expect(narrate({ ...taken, subject: '#12' })).toBe('Julie Huang became the DRI of #12.')
})

test('a move that closes or reopens says so', () => {
  const move = {
    board: { id: 'b', title: 'Build' },
    from: { id: 'c1', title: 'in dev' },
    to: { id: 'c2', title: 'in review' },
    added: [inReview],
    removed: [inDev],
    order: 'group',
    rank: 'V',
    fromRank: 'U',
  } satisfies EventData<'issue.moved'>
  const sentence = (data: EventData<'issue.moved'>) =>
    narrate({ type: 'issue.moved', data, actorName: 'Cindy Halim' })
  expect(sentence({ ...move, to: { id: 'closed', title: 'Closed' }, closed: 'done' })).toBe(
    'Cindy Halim moved this issue from in dev to Closed and closed it: done.',
  )
  expect(sentence({ ...move, from: { id: 'closed', title: 'Closed' }, reopened: true })).toBe(
    'Cindy Halim moved this issue from Closed to in review and reopened it.',
  )
})

test('labels that only come, or only go, have sentences of their own', () => {
  const sentence = (data: EventData<'issue.labels_changed'>) =>
    narrate({ type: 'issue.labels_changed', data, actorName: 'Cindy Halim' })
  expect(sentence({ added: [inDev], removed: [] })).toBe('Cindy Halim added ~workflow::in dev to this issue.')
  expect(sentence({ added: [], removed: [inDev, inReview] })).toBe(
    'Cindy Halim removed ~workflow::in dev and ~workflow::in review from this issue.',
  )
})

test('a weight of nothing is set and taken off like any other', () => {
  const sentence = (data: EventData<'issue.weighed'>) =>
    narrate({ type: 'issue.weighed', data, actorName: 'Cindy Halim' })
  expect(sentence({ from: null, to: 0 })).toBe('Cindy Halim set the weight of this issue to 0.')
  expect(sentence({ from: 0, to: null })).toBe('Cindy Halim removed the weight 0 from this issue.')
})

test('leaving an epic, and changing it, name the epic', () => {
  const sentence = (data: EventData<'issue.epic_set'>) =>
    narrate({ type: 'issue.epic_set', data, actorName: 'Cindy Halim' })
  expect(sentence({ from: epic, to: null })).toBe(
    'Cindy Halim removed this issue from the epic “Model lifecycle”.',
  )
  expect(sentence({ from: epic, to: { id: 'f', title: 'Diagnostics' } })).toBe(
    'Cindy Halim added this issue to the epic “Diagnostics” instead of “Model lifecycle”.',
  )
})

test('what happens to issues differs by its type from what happens to the rest', () => {
  expect(isIssueEvent('issue.moved')).toBe(true)
  expect(isIssueEvent('epic.closed')).toBe(false)
})

test('assigning says who came and who went', () => {
  const sentence = (data: EventData<'issue.assigned'>) =>
    narrate({ type: 'issue.assigned', data, actorName: 'Mohamed Hamda' })
  expect(sentence({ added: [], removed: [julie] })).toBe(
    'Mohamed Hamda unassigned Julie Huang from this issue.',
  )
  expect(sentence({ added: [cindy], removed: [julie] })).toBe(
    'Mohamed Hamda assigned this issue to Cindy Halim instead of Julie Huang.',
  )
})
