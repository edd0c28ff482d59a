import { expect, test } from 'vitest'

import type { PushBackFacts } from '#lib/contract/push-backs.ts'
import { DECISIONS } from '#lib/domain/push-back-terms.ts'

import {
  DECISION_HINTS,
  DECISION_TITLES,
  decidedMessage,
  linkOfWork,
  nameOfWork,
  signOf,
} from './push-back-text.ts'

const issue = { kind: 'issue' as const, key: '12', title: 'Slow model list' }
const epic = { kind: 'epic' as const, key: '3', title: 'Health check' }
const milestone = { kind: 'milestone' as const, key: '19-7', title: '19.7' }

test('work is called by its number, by its title, or as the plan of a milestone', () => {
  expect([issue, epic, milestone].map(nameOfWork)).toEqual(['#12', '“Health check”', 'the plan of 19.7'])
  expect([issue, epic, milestone].map(signOf)).toEqual(['#12', '&3', ''])
})

test('each work leads to its own page', () => {
  expect([issue, epic, milestone].map((work) => linkOfWork('models', work))).toEqual([
    '/models/issues/12',
    '/models/epics/3',
    '/models/milestones/19-7',
  ])
})

test('a decision is told with the work that it is about, and where the work was reprioritised', () => {
  // safe because the message reads these two alone
  const on = (facts: object) => ({ subject: issue, left: null, ...facts }) as unknown as PushBackFacts
  expect(decidedMessage(on({}), 'declined')).toBe('Declined the push-back on #12.')
  expect(decidedMessage(on({ left: '19.7' }), 'accepted')).toBe(
    'Accepted the push-back on #12, reprioritised in 19.7.',
  )
  expect(decidedMessage(on({ subject: milestone }), 'deferred')).toBe(
    'Deferred the push-back on the plan of 19.7.',
  )
})

test('each decision has a verb for its button, and says what becomes of the work', () => {
  expect(DECISIONS.map((decision) => DECISION_TITLES[decision]).toSorted()).toEqual([
    'Accept',
    'Decline',
    'Defer',
  ])
  for (const decision of DECISIONS) expect(DECISION_HINTS[decision]).toMatch(/^[A-Z].*\.$/)
})
