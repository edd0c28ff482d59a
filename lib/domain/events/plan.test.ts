import { expect, test } from 'vitest'
import { notificationsFor } from '../inbox.ts'
import { type SessionData, planEvents } from './plan.ts'
import { expectSentences } from './testing/sentences.ts'

const milestone = { id: '12', title: '19.8' }
const person = { id: 'j', name: 'Julie Huang' }
const session = (at: string, ...ids: string[]): SessionData => ({
  at,
  invited: ids.map((id) => ({ id, name: id, accepted: null })),
})
const [three, four] = ['2026-12-10T15:00:00.000Z', '2026-12-10T16:00:00.000Z']

expectSentences(planEvents, {
  'plan.noted': [
    { milestone, step: 'weights', from: '', to: 'Two are left.' },
    'noted at “Weights” in the plan of 19.8: Two are left',
  ],
  'plan.session_set': [
    { milestone, from: null, to: session(three, 'a') },
    'scheduled the joint planning session of 19.8',
  ],
  'plan.session_answered': [
    { milestone, person, from: null, to: true },
    'accepted the joint planning session of 19.8',
  ],
  'plan.session_ran': [
    { milestone, from: 'running', to: 'held' },
    'ended the joint planning session of 19.8',
  ],
  'plan_step.set': [
    {
      steps: [
        { key: 'weights', from: null, to: { dueBefore: 1, owner: 'em' } },
        { key: 'session', from: { dueBefore: 4, owner: 'pm' }, to: null },
      ],
    },
    'changed when planning is due: “Weights” 1 working day before the start, by the EM and “Joint planning session” as usual',
  ],
})

test('a note that is removed, another time, other people and a cancelled session are told as such', () => {
  const note = { milestone, step: 'weights', from: 'Two are left.', to: '' } as const
  expect(planEvents['plan.noted'].sentence(note, '')).toBe(
    'removed the note of “Weights” from the plan of 19.8',
  )
  const told = (from: SessionData | null, to: SessionData | null) =>
    planEvents['plan.session_set'].sentence({ milestone, from, to }, '')
  expect(told(session(three, 'a'), session(three, 'a', 'b'))).toBe(
    'changed who is invited to the joint planning session of 19.8',
  )
  expect(told(session(three, 'a'), session(four, 'a'))).toBe('moved the joint planning session of 19.8')
  expect(told(session(three), null)).toBe('cancelled the joint planning session of 19.8')
})

test('who is invited to a session is asked, once for each time of it', () => {
  const asked = (from: SessionData | null, to: SessionData | null) =>
    notificationsFor({ type: 'plan.session_set', data: { milestone, from, to } }).named
  expect(asked(null, session(three, 'a', 'b'))).toEqual([
    { person: 'a', kind: 'asked' },
    { person: 'b', kind: 'asked' },
  ])
  expect(asked(session(three, 'a'), session(three, 'a', 'b'))).toEqual([{ person: 'b', kind: 'asked' }])
  expect(asked(session(three, 'a'), session(four, 'a'))).toEqual([{ person: 'a', kind: 'asked' }])
  expect(asked(session(three, 'a'), null)).toEqual([])
})
