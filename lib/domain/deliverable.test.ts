import { expect, test } from 'vitest'

import { whyNotDeliverable } from './deliverable.ts'
import type { Candidate } from './deliverable.ts'
import type { Readiness } from './models/readiness.ts'
import { STATES } from './workflow.ts'

const current = { id: 'M1', title: '18.7' }
const next = { id: 'M2', title: '18.8' }
const candidate = (over: Partial<Candidate> = {}): Candidate => ({
  state: 'ready-for-development',
  milestone: current,
  current,
  next,
  dri: 'julie',
  assignees: [],
  ...over,
})

test('ready work of the current or the next milestone that has a DRI or an assignee can be committed', () => {
  expect(whyNotDeliverable(candidate())).toBeNull()
  expect(whyNotDeliverable(candidate({ milestone: next }))).toBeNull()
  expect(whyNotDeliverable(candidate({ dri: null, assignees: ['cindy'] }))).toBeNull()
})

test('nothing before ready for development can be committed', () => {
  const refused = STATES.filter((state) => whyNotDeliverable(candidate({ state }))?.code === 'not_ready')
  expect(refused.at(-1)).toBe('refinement')
  expect(refused).toHaveLength(8)
  expect(whyNotDeliverable(candidate({ state: 'planning-breakdown' }))?.because).toBe(
    'It is in planning breakdown. Move it to ready for development first.',
  )
  expect(whyNotDeliverable(candidate({ state: null }))?.code).toBe('not_ready')
})

test('work further out, or without a milestone, is refused with the milestones that would do', () => {
  const far = { id: 'M9', title: 'Next 4-6 Milestones' }
  expect(whyNotDeliverable(candidate({ milestone: far }))?.because).toBe(
    'Next 4-6 Milestones is neither the current nor the next milestone. Choose 18.7 or 18.8.',
  )
  expect(whyNotDeliverable(candidate({ milestone: null }))?.because).toBe(
    'It has no milestone. Choose 18.7 or 18.8 first.',
  )
})

test('between milestones, and after the last one, the refusal still says what to do', () => {
  expect(whyNotDeliverable(candidate({ milestone: next, current: null }))).toBeNull()
  expect(whyNotDeliverable(candidate({ current: null, next: null }))?.because).toContain(
    'a milestone with dates',
  )
})

test('a closed milestone takes no more commitments', () => {
  const over = { ...current, closedAt: '2025-12-12T16:00:00Z' }
  expect(whyNotDeliverable(candidate({ milestone: over }))?.code).toBe('milestone_closed')
})

test('a commitment has a person behind it', () => {
  expect(whyNotDeliverable(candidate({ dri: null }))?.code).toBe('nobody')
})

test('work that adds a model waits for its readiness check, or a waiver', () => {
  const model = (readiness: Readiness) => ({ id: 3, name: 'Falcon', readiness, gaps: [] })
  const adding = (readiness: Readiness) => ({ ...candidate(), model: model(readiness) })
  expect(whyNotDeliverable(adding('not_yet'))?.code).toBe('model_not_ready')
  expect(whyNotDeliverable(adding('ready'))).toBeNull()
  expect(whyNotDeliverable(adding('waived'))).toBeNull()
  expect(whyNotDeliverable({ ...candidate(), model: null })).toBeNull()
})
