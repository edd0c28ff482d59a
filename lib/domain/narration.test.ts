import { expect, test } from 'vitest'

import { isIssueEvent } from './events.ts'
import type { EventData, EventType } from './events.ts'
import { narrate } from './narration.ts'

const cindy = { id: '1', name: 'Cindy Halim' }
const julie = { id: '2', name: 'Julie Huang' }
const handing = { from: julie, to: cindy }
const build = { id: 'b', title: 'Build' }
const release = { id: 'm', title: '18.7' }
const epic = { id: 'e', title: 'Model lifecycle' }
const team = { id: 't', name: 'Model Selection' }
const area = { team, name: 'Selection UI' }
const plans = { area: 'Plan management', owner: 'Fulfillment' }
const inDev = { id: 'l1', title: 'workflow::in dev' }
const inReview = { id: 'l2', title: 'workflow::in review' }

/** What can happen, each with the sentence in which a person reads it. Complete, because the type says so. */
const inDevLane = { id: 'c1', title: 'in dev' }

const TOLD: { [T in EventType]: [EventData<T>, string] } = {
  'issue.created': [
    { number: 12, title: 'Slow model list', labels: [], milestone: null, weight: null },
    'created this issue, “Slow model list”',
  ],
  'issue.edited': [
    { title: { from: 'Slow', to: 'Slow list' }, version: 2, mentioned: [] },
    'renamed this issue from “Slow” to “Slow list”',
  ],
  'issue.labels_changed': [
    { added: [inReview], removed: [inDev] },
    'set ~workflow::in review on this issue in place of ~workflow::in dev',
  ],
  'issue.milestone_set': [{ from: null, to: release }, 'set the milestone of this issue to 18.7'],
  'issue.weighed': [{ from: 3, to: 2 }, 'changed the weight of this issue from 3 to 2'],
  'issue.assigned': [{ added: [cindy], removed: [] }, 'assigned this issue to Cindy Halim'],
  'issue.dri_taken': [{ person: julie, assigned: true }, 'took this issue'],
  'issue.dri_released': [{ person: julie, unassigned: true }, 'let go of this issue; it has no DRI now'],
  'issue.dri_assigned': [{ from: null, to: cindy, context: '' }, 'made Cindy Halim the DRI of this issue'],
  'issue.handed_over': [
    { ...handing, context: 'x' },
    'handed this issue over from Julie Huang to Cindy Halim',
  ],
  'issue.hand_over_offered': [{ ...handing, context: 'x' }, 'asked Cindy Halim to take over this issue'],
  'issue.hand_over_accepted': [
    { ...handing, by: julie, context: 'x' },
    'took this issue over from Julie Huang',
  ],
  'issue.hand_over_declined': [
    { ...handing, by: julie, reason: 'I am away.' },
    'declined to take this issue over from Julie Huang: I am away',
  ],
  'issue.hand_over_withdrawn': [handing, 'withdrew the hand-over of this issue to Cindy Halim'],
  'issue.ranked': [
    { board: build, from: inDevLane, to: inDevLane, rank: 'V', fromRank: 'U' },
    'moved this issue in the order of Build',
  ],
  'issue.moved': [
    {
      board: build,
      from: { id: 'c1', title: 'in dev' },
      to: { id: 'c2', title: 'in review' },
      added: [inReview],
      removed: [inDev],
      rank: 'V',
      fromRank: 'U',
    },
    'moved this issue from in dev to in review',
  ],
  'issue.closed': [{ reason: 'wont_do' }, 'closed this issue: won’t do'],
  'issue.reopened': [{ was: 'done' }, 'reopened this issue'],
  'issue.epic_set': [{ from: null, to: epic }, 'put this issue into the epic “Model lifecycle”'],
  'issue.team_set': [{ from: null, to: team }, 'set the functional team of this issue to Model Selection'],
  'issue.commented': [{ comment: 'c' }, 'commented on this issue'],
  'issue.comment_edited': [
    { comment: 'c', from: 'a', to: 'b', mentioned: [] },
    'edited a comment on this issue',
  ],
  'issue.comment_taken_back': [{ comment: '3' }, 'took back a comment on this issue'],
  'issue.comment_reacted': [{ comment: 'c', emoji: '👍', on: true }, 'reacted with 👍 on this issue'],
  'issue.mention_acknowledged': [
    { by: [julie], how: 'reply', comment: 'c' },
    'acknowledged Julie Huang on this issue with a reply',
  ],
  'issue.due_set': [{ from: '2025-12-01', to: null }, 'took the due day 2025-12-01 off this issue'],
  'issue.health_set': [
    { from: 'on_track', to: 'at_risk' },
    'changed the health of this issue from on track to at risk',
  ],
  'issue.confidential_set': [{ to: true }, 'made this issue confidential'],
  'issue.spike_scope_set': [
    { from: null, to: 'Which models can stream.' },
    'stated the spike scope of this issue',
  ],
  'issue.wait_set': [
    { from: { need: '', from: '' }, to: { need: 'the price list', from: 'Purchasing' } },
    'said that this issue waits for the price list from Purchasing',
  ],
  'issue.linked': [{ role: 'blocked_by', other: 13 }, 'said that this issue is blocked by #13'],
  'issue.split': [{ into: [13, 14] }, 'split this issue into #13 and #14'],
  'issue.unlinked': [
    { role: 'split_from', other: 13 },
    'said that this issue no longer counts as split from #13',
  ],
  'weighing.opened': [
    { asked: ['julie', 'cindy'], people: [julie, cindy] },
    'asked Julie Huang and Cindy Halim what this issue weighs',
  ],
  'weighing.voted': [{ again: false }, 'gave a weight to this issue, unseen'],
  'weighing.revealed': [
    {
      weights: [
        { person: cindy, weight: 2 },
        { person: julie, weight: 5 },
      ],
    },
    'revealed the weights of this issue: Cindy Halim 2 and Julie Huang 5',
  ],
  'weighing.agreed': [{ weight: 3 }, 'agreed with the others on a weight of 3 for this issue'],
  'weighing.abandoned': [{}, 'gave up the weighing of this issue'],
  'epic.created': [{ number: 3, title: 'Model lifecycle' }, 'created the epic “Model lifecycle”'],
  'epic.edited': [
    { number: 3, title: { from: 'Models', to: 'Model lifecycle' }, version: 2 },
    'renamed the epic “Models” to “Model lifecycle”',
  ],
  'epic.tech_lead_set': [
    { number: 3, title: 'Model lifecycle', from: null, to: cindy },
    'made Cindy Halim the tech lead of “Model lifecycle”',
  ],
  'epic.closed': [
    { number: 3, title: 'Model lifecycle', because: 'All of its issues are closed.' },
    'closed the epic “Model lifecycle”: All of its issues are closed',
  ],
  'epic.reopened': [{ number: 3, title: 'Model lifecycle' }, 'reopened the epic “Model lifecycle”'],
  'milestone.created': [
    { title: '18.7', kind: 'timebox', startOn: '2025-11-15', dueOn: '2025-12-12' },
    'created the milestone 18.7, 2025-11-15 to 2025-12-12',
  ],
  'milestone.edited': [
    {
      from: { title: '18.7', startOn: '2025-11-15', dueOn: '2025-12-12' },
      to: { title: '18.7.1', startOn: '2025-11-15', dueOn: '2025-12-14' },
    },
    'renamed the milestone 18.7 to 18.7.1, 2025-11-15 to 2025-12-14',
  ],
  'milestone.closed': [{ title: '18.7' }, 'closed the milestone 18.7'],
  'label.created': [{ title: 'type::bug', meaning: 'type.bug' }, 'created the label ~type::bug'],
  'template.created': [{ title: 'Bug', type: 'bug', body: '## What happens' }, 'added the template “Bug”'],
  'template.edited': [
    { from: { title: 'Bug', type: 'bug', body: 'a' }, to: { title: 'Defect', type: 'bug', body: 'b' } },
    'renamed the template “Bug” to “Defect”',
  ],
  'template.removed': [{ title: 'Bug', type: 'bug', body: '## What happens' }, 'removed the template “Bug”'],
  'label.changed': [
    { title: 'in dev', changed: ['hue', 'meaning'], meaning: { from: null, to: 'workflow.in-dev' } },
    'changed the hue and meaning of the label ~in dev',
  ],
  'label.removed': [{ title: 'old', meaning: null }, 'removed the label ~old'],
  'label.renamed': [{ from: 'bug', to: 'type::bug' }, 'renamed the label ~bug to ~type::bug'],
  'board.created': [{ title: 'Build', kind: 'build' }, 'created the board “Build”'],
  'board.edited': [
    { board: { id: '5', title: 'Reviews' }, was: 'In review', changed: ['title', 'filter', 'columns'] },
    'renamed the board “In review” to “Reviews” and changed its filter and columns',
  ],
  'board.removed': [{ board: { id: '5', title: 'Reviews' } }, 'removed the board “Reviews”'],
  'board.placed': [
    { board: { id: '5', title: 'Reviews' } },
    'moved the board “Reviews” in the list of boards',
  ],
  'view.saved': [{ title: 'Bugs', place: 'issues' }, 'saved the view “Bugs” for the group'],
  'view.changed': [{ from: 'Bugs', to: 'Bugs' }, 'changed what the view “Bugs” shows'],
  'view.removed': [{ title: 'Bugs' }, 'removed the view “Bugs”'],
  'group.created': [{ name: 'Custom Models' }, 'created the group Custom Models'],
  'person.joined': [{ person: cindy }, 'welcomed Cindy Halim to the group'],
  'person.left': [{ person: cindy }, 'removed Cindy Halim from the group'],
  'role.changed': [
    { person: julie, role: 'em', title: '', acting: true },
    'said that Julie Huang is acting engineering manager',
  ],
  'role.taken': [{ person: cindy, role: 'em' }, 'took the role of engineering manager from Cindy Halim'],
  'invitation.created': [{ id: 1, role: 'engineer' }, 'invited somebody to the group as engineer'],
  'invitation.revoked': [{ id: 1, role: 'pm' }, 'revoked an invitation as product manager'],
  'invitation.accepted': [
    { id: 1, person: cindy, role: 'engineer' },
    'joined the group as engineer, by invitation',
  ],
  'role.given': [{ person: cindy, role: 'staff_engineer' }, 'gave Cindy Halim the role of staff engineer'],
  'team.created': [{ name: 'Model Selection' }, 'created the functional team Model Selection'],
  'membership.started': [
    { person: cindy, team, kind: 'supporting', share: 20, startsOn: '2025-11-15' },
    'added Cindy Halim to Model Selection, supporting, from 2025-11-15',
  ],
  'membership.changed': [
    { person: cindy, team, kind: 'main', share: 50, startsOn: '2026-01-05', endsOn: '2026-02-01' },
    'changed the membership of Cindy Halim in Model Selection: main, 50 %, from 2026-01-05 to 2026-02-01',
  ],
  'team.placed': [
    { name: 'Gateway Services', slug: 'gateway-services', before: null },
    'moved Gateway Services in the order of the teams',
  ],
  'team.changed': [
    { name: 'Model Selection', changed: ['name', 'purpose'] },
    'changed the name and purpose of Model Selection',
  ],
  'scope_area.changed': [area, 'edited Selection UI in the scope of Model Selection'],
  'scope_area.moved': [area, 'moved Selection UI in the order of the scope of Model Selection'],
  'scope_area.removed': [area, 'took Selection UI out of the scope of Model Selection'],
  'boundary.changed': [plans, 'redrew a boundary: Plan management belongs to Fulfillment'],
  'boundary.removed': [plans, 'removed the boundary to Fulfillment: Plan management'],
  'scope_area.added': [area, 'added Selection UI to the scope of Model Selection'],
  'boundary.drawn': [
    { area: 'Buying flows', owner: 'Fulfillment' },
    'drew a boundary: Buying flows belongs to Fulfillment',
  ],
  'group.changed': [
    { changed: ['vision', 'channel', 'mission'] },
    'changed the vision, channel and mission of the group',
  ],
  'team.removed': [{ name: 'Runtime' }, 'removed the functional team Runtime'],
  'milestone.reopened': [{ title: '18.9', id: 2 }, 'opened the milestone 18.9 again'],
  'milestone.removed': [{ title: '18.9' }, 'removed the milestone 18.9 again'],
  'membership.removed': [{ person: julie, team }, 'took Julie Huang out of Model Selection again'],
  'sample.removed': [{}, 'removed the sample data'],
}

// safe because TOLD has exactly the event types as its keys
const types = Object.keys(TOLD) as EventType[]

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
  expect(narrate({ ...taken, subject: '#12' })).toBe('Julie Huang took #12.')
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
    'Cindy Halim took ~workflow::in dev and ~workflow::in review off this issue.',
  )
})

test('a weight of nothing is set and taken off like any other', () => {
  const told = (data: EventData<'issue.weighed'>) =>
    narrate({ type: 'issue.weighed', data, actorName: 'Cindy Halim' })
  expect(told({ from: null, to: 0 })).toBe('Cindy Halim set the weight of this issue to 0.')
  expect(told({ from: 0, to: null })).toBe('Cindy Halim took the weight 0 off this issue.')
})

test('leaving an epic, and changing it, name the epic', () => {
  const told = (data: EventData<'issue.epic_set'>) =>
    narrate({ type: 'issue.epic_set', data, actorName: 'Cindy Halim' })
  expect(told({ from: epic, to: null })).toBe(
    'Cindy Halim took this issue out of the epic “Model lifecycle”.',
  )
  expect(told({ from: epic, to: { id: 'f', title: 'Diagnostics' } })).toBe(
    'Cindy Halim put this issue into the epic “Diagnostics” instead of “Model lifecycle”.',
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
