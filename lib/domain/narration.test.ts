import { expect, test } from 'vitest'

import { isIssueEvent } from './events.ts'
import type { EventData } from './events.ts'
import { NO_FACTS } from './facts/kept.ts'
import type { FactEvents } from './facts/kept.ts'
import type { IssueEvents, WeighingEvents } from './issue-events.ts'
import { narrate } from './narration.ts'

const cindy = { id: '1', name: 'Cindy Halim' }
const julie = { id: '2', name: 'Julie Huang' }
const handing = { from: julie, to: cindy }
const build = { id: 'b', title: 'Build' }
const release = { id: 'm', title: '18.7' }
const epic = { id: 'e', title: 'Model lifecycle' }
const team = { id: 't', name: 'Model Selection' }
const inDev = { id: 'l1', title: 'workflow::in dev', meaning: 'workflow.in-dev' }
const inReview = { id: 'l2', title: 'workflow::in review', meaning: 'workflow.in-review' }

const inDevLane = { id: 'c1', title: 'in dev' }

/** Those of a fact that is one value are told by the fact. */
type Type = Exclude<keyof IssueEvents, keyof FactEvents> | keyof WeighingEvents

/** What can happen to an issue, each with the sentence in which a person reads it. Complete, because the type says so. */
const TOLD: { [T in Type]: [EventData<T>, string] } = {
  'issue.created': [
    {
      number: 12,
      kind: 'issue',
      title: 'Slow model list',
      description: '',
      labels: [],
      milestone: null,
      weight: null,
      dri: null,
      assignees: [],
      epic: null,
      team: null,
      ...NO_FACTS,
      spikeScope: null,
      ranks: { group: 'V', planning: 'V' },
      mentioned: [],
    },
    'created this issue, “Slow model list”',
  ],
  'issue.edited': [
    { title: { from: 'Slow', to: 'Slow list' }, version: 2, mentioned: [] },
    'renamed this issue from “Slow” to “Slow list”',
  ],
  'issue.labels_changed': [
    { added: [inReview], removed: [inDev] },
    'replaced ~workflow::in dev with ~workflow::in review on this issue',
  ],
  'issue.milestone_set': [{ from: null, to: release }, 'set the milestone of this issue to 18.7'],
  'issue.weighed': [{ from: 3, to: 2 }, 'changed the weight of this issue from 3 to 2'],
  'issue.assigned': [{ added: [cindy], removed: [] }, 'assigned this issue to Cindy Halim'],
  'issue.dri_taken': [{ person: julie, assigned: true }, 'became the DRI of this issue'],
  'issue.dri_released': [{ person: julie, unassigned: true }, 'stepped down as DRI of this issue'],
  'issue.dri_assigned': [{ from: null, to: cindy, context: '' }, 'made Cindy Halim the DRI of this issue'],
  'issue.handed_over': [
    { ...handing, context: 'x', asked: null },
    'handed this issue over from Julie Huang to Cindy Halim',
  ],
  'issue.hand_over_offered': [{ ...handing, context: 'x' }, 'asked Cindy Halim to take over this issue'],
  'issue.hand_over_accepted': [
    { ...handing, by: julie, context: 'x' },
    'took over this issue from Julie Huang',
  ],
  'issue.hand_over_declined': [
    { ...handing, by: julie, reason: 'I am away.' },
    'declined to take over this issue from Julie Huang: I am away',
  ],
  'issue.hand_over_withdrawn': [handing, 'withdrew the hand-over of this issue to Cindy Halim'],
  'issue.ranked': [
    { board: build, from: inDevLane, to: inDevLane, order: 'group', rank: 'V', fromRank: 'U' },
    'moved this issue in the order of Build',
  ],
  'issue.moved': [
    {
      board: build,
      from: { id: 'c1', title: 'in dev' },
      to: { id: 'c2', title: 'in review' },
      added: [inReview],
      removed: [inDev],
      order: 'group',
      rank: 'V',
      fromRank: 'U',
    },
    'moved this issue from in dev to in review',
  ],
  'issue.closed': [{ reason: 'wont_do' }, 'closed this issue: won’t do'],
  'issue.reopened': [{ was: 'done' }, 'reopened this issue'],
  'issue.epic_set': [{ from: null, to: epic }, 'added this issue to the epic “Model lifecycle”'],
  'issue.team_set': [{ from: null, to: team }, 'set the functional team of this issue to Model Selection'],
  'issue.commented': [{ comment: 'c', mentioned: [] }, 'commented on this issue'],
  'issue.comment_edited': [
    { comment: 'c', from: 'a', to: 'b', mentioned: [] },
    'edited a comment on this issue',
  ],
  'issue.comment_taken_back': [{ comment: '3' }, 'deleted a comment on this issue'],
  'issue.comment_reacted': [{ comment: 'c', emoji: '👍', on: true }, 'reacted with 👍 on this issue'],
  'issue.mention_acknowledged': [
    { by: [julie], how: 'reply', comment: 'c' },
    'acknowledged Julie Huang on this issue with a reply',
  ],
  'issue.spike_scope_set': [
    { from: null, to: 'Which models can stream.' },
    'added the spike scope of this issue',
  ],
  'issue.wait_set': [
    { from: { need: '', from: '' }, to: { need: 'the price list', from: 'Purchasing' } },
    'updated the blocker: this issue is blocked on the price list from Purchasing',
  ],
  'issue.linked': [{ role: 'blocked_by', other: 13 }, 'added a link: this issue is blocked by #13'],
  'issue.split': [{ into: [13, 14] }, 'split this issue into #13 and #14'],
  'issue.unlinked': [{ role: 'split_from', other: 13 }, 'removed a link: this issue was split from #13'],
  'weighing.opened': [
    { asked: ['julie', 'cindy'], people: [julie, cindy] },
    'asked Julie Huang and Cindy Halim to estimate this issue',
  ],
  'weighing.voted': [{ again: false }, 'gave a hidden weight for this issue'],
  'weighing.revealed': [
    {
      weights: [
        { person: cindy, weight: 2 },
        { person: julie, weight: 5 },
      ],
    },
    'revealed the weights of this issue: Cindy Halim 2 and Julie Huang 5',
  ],
  'weighing.agreed': [{ weight: 3 }, 'agreed on weight 3 for this issue'],
  'weighing.abandoned': [{}, 'canceled the estimation of this issue'],
}

// safe because TOLD has exactly the event types as its keys
const types = Object.keys(TOLD) as Type[]

test.each(types)('%s is told in one sentence', (type) => {
  const [data, sentence] = TOLD[type]
  expect(narrate({ type, data, actorName: 'Julie Huang' })).toBe(`Julie Huang ${sentence}.`)
})

test('in a feed the sentence names its subject', () => {
  const taken = {
    type: 'issue.dri_taken',
    data: { person: julie, assigned: true },
    actorName: 'Julie Huang',
  } as const
  expect(narrate({ ...taken, subject: '#12' })).toBe('Julie Huang became the DRI of #12.')
})

test('a move that closes or reopens says so', () => {
  const [move] = TOLD['issue.moved']
  const told = (data: EventData<'issue.moved'>) =>
    narrate({ type: 'issue.moved', data, actorName: 'Cindy Halim' })
  expect(told({ ...move, to: { id: 'closed', title: 'Closed' }, closed: 'done' })).toBe(
    'Cindy Halim moved this issue from in dev to Closed and closed it: done.',
  )
  expect(told({ ...move, from: { id: 'closed', title: 'Closed' }, reopened: true })).toBe(
    'Cindy Halim moved this issue from Closed to in review and reopened it.',
  )
})

test('labels that only come, or only go, are told as that', () => {
  const told = (data: EventData<'issue.labels_changed'>) =>
    narrate({ type: 'issue.labels_changed', data, actorName: 'Cindy Halim' })
  expect(told({ added: [inDev], removed: [] })).toBe('Cindy Halim added ~workflow::in dev to this issue.')
  expect(told({ added: [], removed: [inDev, inReview] })).toBe(
    'Cindy Halim removed ~workflow::in dev and ~workflow::in review from this issue.',
  )
})

test('a weight of nothing is set and taken off like any other', () => {
  const told = (data: EventData<'issue.weighed'>) =>
    narrate({ type: 'issue.weighed', data, actorName: 'Cindy Halim' })
  expect(told({ from: null, to: 0 })).toBe('Cindy Halim set the weight of this issue to 0.')
  expect(told({ from: 0, to: null })).toBe('Cindy Halim removed the weight 0 from this issue.')
})

test('leaving an epic, and changing it, name the epic', () => {
  const told = (data: EventData<'issue.epic_set'>) =>
    narrate({ type: 'issue.epic_set', data, actorName: 'Cindy Halim' })
  expect(told({ from: epic, to: null })).toBe(
    'Cindy Halim removed this issue from the epic “Model lifecycle”.',
  )
  expect(told({ from: epic, to: { id: 'f', title: 'Diagnostics' } })).toBe(
    'Cindy Halim added this issue to the epic “Diagnostics” instead of “Model lifecycle”.',
  )
})

test('what happens to issues is told apart from what happens to the rest', () => {
  expect(isIssueEvent('issue.moved')).toBe(true)
  expect(isIssueEvent('epic.closed')).toBe(false)
})

test('assigning says who came and who went', () => {
  const told = (data: EventData<'issue.assigned'>) =>
    narrate({ type: 'issue.assigned', data, actorName: 'Mohamed Hamda' })
  expect(told({ added: [], removed: [julie] })).toBe('Mohamed Hamda unassigned Julie Huang from this issue.')
  expect(told({ added: [cindy], removed: [julie] })).toBe(
    'Mohamed Hamda assigned this issue to Cindy Halim instead of Julie Huang.',
  )
})
