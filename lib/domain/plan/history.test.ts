import { expect, test } from 'vitest'
import type { Step } from '../closing/steps.ts'
import { lying } from '../closing/testing/lying.ts'
import { historyOf } from './history.ts'

const day = (at: number) => new Date(Date.UTC(2026, 10, at))
const step = (number: number, at: number, facts: Partial<Step>): Step => ({
  number,
  issue: 1,
  at: day(at),
  ...facts,
})
/** From the 10th on, and it still runs on the 20th. */
const NOW = { title: '19.7', milestone: '7', from: day(10), to: day(20) }
const PLAN = { milestone: '8', deliverable: 'd', earlier: [NOW] }
const told = (steps: Step[], placedBy: number[] = []) =>
  historyOf({ steps: lying(steps, ['g', 'd']), placedBy }, PLAN)

test('what was a Deliverable of the milestone that runs has slipped once it is a candidate of the next', () => {
  const steps = [
    step(1, 1, { milestone: '7', on: ['g'] }),
    step(2, 2, { on: ['d'] }),
    step(3, 15, { off: ['d'] }),
    step(4, 15, { milestone: '8' }),
  ]
  expect(told(steps)).toEqual({ slippedFrom: '19.7', placed: false, deliverableSince: 2 })
  // taken off before the milestone began, or never a Deliverable: nothing was assigned
  expect(
    told([...steps.slice(0, 2), step(3, 5, { off: ['d'] }), step(4, 5, { milestone: '8' })]),
  ).toMatchObject({
    slippedFrom: null,
  })
  expect(told([step(1, 1, { milestone: '7', on: ['g'] }), step(4, 15, { milestone: '8' })])).toMatchObject({
    slippedFrom: null,
  })
})

test('a place counts that was given since the issue came into the milestone', () => {
  const steps = [
    step(1, 1, { milestone: '8' }),
    step(5, 3, { milestone: null }),
    step(9, 4, { milestone: '8' }),
  ]
  expect(told(steps, [7]).placed).toBe(false)
  expect(told(steps, [7, 12]).placed).toBe(true)
})
