import { expect, test } from 'vitest'

import { type Selectable, whyNotSelect } from './selection.ts'

const current = { id: '7', title: '19.7', closedAt: null }
const next = { id: '8', title: '19.8', closedAt: null }
const candidate = (facts: Partial<Selectable> = {}): Selectable => ({
  open: true,
  onBoard: true,
  unweighted: false,
  isDeliverable: false,
  madeBy: null,
  state: 'ready-for-development',
  milestone: next,
  current,
  next,
  assignees: ['cindy'],
  dri: 'cindy',
  model: null,
  ...facts,
})
const because = (facts: Partial<Selectable>) => whyNotSelect(candidate(facts), next)?.because ?? 'may'

test('what is ready, weighed and driven can be selected for the milestone that is planned', () => {
  expect(because({})).toBe('may')
})

test('the first thing to do is said first: reopen, bring back, label, weigh, make ready, give to an engineer', () => {
  const nothing = {
    open: false,
    milestone: null,
    onBoard: false,
    unweighted: true,
    state: null,
    assignees: [],
    dri: null,
  }
  expect(because(nothing)).toBe('It is closed. Reopen it first.')
  expect(because({ ...nothing, open: true })).toBe(
    'It is no longer a candidate of 19.8. It has no milestone.',
  )
  expect(because({ ...nothing, open: true, milestone: current })).toBe(
    'It is no longer a candidate of 19.8. It moved to 19.7.',
  )
  expect(because({ ...nothing, open: true, milestone: next })).toBe(
    'It is not on the Planning Board. Add the labels of the board first.',
  )
  expect(because({ ...nothing, open: true, milestone: next, onBoard: true })).toBe(
    'It has no weight. Only issues that are ready for development qualify.',
  )
  expect(because({ state: 'planning-breakdown' })).toBe(
    'It is in planning breakdown. Move it to ready for development first.',
  )
  expect(because({ assignees: [], dri: null })).not.toBe('may')
})

test('what became a Deliverable meanwhile says who made it one', () => {
  expect(because({ isDeliverable: true, madeBy: 'Mohamed' })).toBe('Mohamed made it a Deliverable already.')
  expect(because({ isDeliverable: true })).toBe('It is already a Deliverable.')
})
