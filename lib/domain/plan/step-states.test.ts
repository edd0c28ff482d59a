import { expect, test } from 'vitest'
import { type StepFacts, stepStates } from './step-states.ts'
import { type StepKey, STEPS } from './steps.ts'

const DUE = new Map(STEPS.map((key, at): [StepKey, string] => [key, `2026-12-0${at + 1}`]))
const DONE: StepFacts = {
  planningIssue: { ref: 301 },
  boards: { planning: true, build: true },
  refinement: { begins: '2026-11-23', weeks: ['2026-11-23'], opened: ['2026-11-23'], left: 2 },
  candidates: { count: 18, weight: 31, unweighted: 0, toWeigh: [] },
  capacity: 26.5,
  people: [{ person: 'julie', name: 'Julie Huang', confirmed: true }],
  session: {
    day: '2026-12-10',
    time: '15:00',
    invited: 2,
    accepted: 2,
    waiting: [],
    started: true,
    heldOn: '2026-12-10',
  },
  selection: { deliverables: 12, selectable: 0, posted: true },
}
const states = (facts: Partial<StepFacts>, today = '2026-12-05') =>
  new Map(stepStates({ ...DONE, ...facts }, DUE, today).map((state) => [state.key, state]))

test('all that is there ticks its step, whatever the day', () => {
  const all = [...states({}, '2027-01-01').values()]
  expect(all.map(({ state, text }) => [state, text])).toEqual([
    ['done', 'Issue #301, 2 boards'],
    ['done', '1 of 1 week opened'],
    ['done', '18 candidates, weight 31'],
    ['done', '1 of 1 confirmed their days'],
    ['done', '18 of 18 candidates weighed'],
    ['done', 'Held on 10 Dec'],
    ['done', '12 of 12 assigned, posted'],
  ])
  expect(all.flatMap(({ missing }) => missing)).toEqual([])
})

test('what is missing is open until the day it is due, and late from the day after', () => {
  const missing = { planningIssue: null, session: null }
  expect(states(missing, '2026-12-01').get('planning-issue')).toMatchObject({ state: 'open', daysLate: 0 })
  expect(states(missing, '2026-12-03').get('planning-issue')).toMatchObject({ state: 'late', daysLate: 2 })
  expect(states(missing, '2026-12-06').get('session')).toMatchObject({
    state: 'open',
    text: 'Not scheduled',
    missing: [{ text: 'Schedule the session', to: 'session' }],
  })
})

test('candidates are enough once they could fill the capacity; what has no weight counts as the lightest there is', () => {
  const of = (weight: number, unweighted: number) =>
    states({ candidates: { count: 9, weight, unweighted, toWeigh: [] } }).get('candidates')
  expect(of(20, 6)).toMatchObject({ state: 'late', missing: [{ text: 'Add candidates: weight 20 of 26.5' }] })
  expect(of(20, 7)).toMatchObject({ state: 'done' })
})

test('refinement is seen to when each week has its issue, or nothing is left to refine', () => {
  const of = (facts: Partial<StepFacts['refinement']>) =>
    states({ refinement: { ...DONE.refinement, weeks: ['2026-11-23', '2026-11-30'], ...facts } }).get(
      'refinement',
    )
  expect(of({})).toMatchObject({
    state: 'late',
    text: '1 of 2 weeks opened',
    missing: [{ text: 'Week of 30 Nov' }],
  })
  expect(of({ left: 0 })).toMatchObject({
    state: 'done',
    text: '1 of 2 weeks opened, nothing left to refine',
  })
  expect(of({ weeks: [] })).toMatchObject({ text: 'From 23 Nov' })
})

test('ten of what is missing are named, the rest is counted, with what the reader may not see', () => {
  const toWeigh = Array.from({ length: 14 }, (_, at) => ({ ref: at + 1, title: `Issue ${at + 1}` }))
  const weights = states({ candidates: { count: 20, weight: 4, unweighted: 16, toWeigh } }).get('weights')
  expect(weights).toMatchObject({ text: '4 of 20 candidates weighed', count: { done: 4, of: 20 }, more: 6 })
  expect(weights?.missing).toHaveLength(10)
})
