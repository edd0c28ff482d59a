import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { assignedIn, type Condition } from './closing/assigned.ts'
import type { Step } from './closing/steps.ts'
import { lying } from './closing/testing/lying.ts'
import { commitmentsOf } from './commitments.ts'

const june: Condition = {
  milestone: '7',
  from: new Date('2026-06-01T00:00:00Z'),
  to: new Date('2026-07-01T00:00:00Z'),
}
const outcomeOf = (steps: readonly Step[]) => commitmentsOf(assignedIn(lying(steps), june))
const on = (day: string) => new Date(`2026-${day}T12:00:00Z`)

let number = 0
const step = (day: string, facts: Partial<Step>): Step => {
  number += 1
  return { number, issue: 1, at: on(day), ...facts }
}
const committed = (day: string, facts: Partial<Step> = {}) =>
  step(day, { milestone: '7', on: ['group', 'deliverable'], weight: 3, ...facts })
const counts = (steps: readonly Step[]) => {
  const { assigned, completed, moved } = outcomeOf(steps)
  return [assigned.count, completed.count, moved.count]
}

test('said before it began or within it, and done within it', () => {
  expect(outcomeOf([committed('05-20'), step('06-10', { closed: 'done' })])).toEqual({
    assigned: { count: 1, weight: 3 },
    completed: { count: 1, weight: 3 },
    moved: { count: 0, weight: 0 },
  })
  expect(counts([committed('06-15')])).toEqual([1, 0, 0])
})

test('what came after the end, or was taken off before the start, was never said for it', () => {
  expect(counts([committed('07-02')])).toEqual([0, 0, 0])
  expect(counts([committed('05-20'), step('05-25', { off: ['deliverable'] })])).toEqual([0, 0, 0])
  expect(counts([committed('05-20'), step('05-25', { milestone: '8' })])).toEqual([0, 0, 0])
})

test('taking the label off, or moving it to the next milestone, keeps no commitment', () => {
  expect(counts([committed('05-20'), step('06-20', { off: ['deliverable'] })])).toEqual([1, 0, 1])
  expect(counts([committed('05-20'), step('06-30', { milestone: '8' })])).toEqual([1, 0, 1])
  expect(
    counts([committed('05-20'), step('06-20', { milestone: '8' }), step('06-25', { closed: 'done' })]),
  ).toEqual([1, 1, 0])
})

test('closed otherwise, too late, or opened again is not done', () => {
  for (const closed of ['wont_do', 'duplicate', 'moved'] as const)
    expect(counts([committed('05-20'), step('06-10', { closed })])).toEqual([1, 0, 0])
  expect(counts([committed('05-20'), step('07-01', { closed: 'done' })])).toEqual([1, 0, 0])
  expect(
    counts([committed('05-20'), step('06-10', { closed: 'done' }), step('06-20', { reopened: true })]),
  ).toEqual([1, 0, 0])
})

test('weights are those of the end, and the original of a split weighs nothing', () => {
  const end = outcomeOf([committed('05-20'), step('06-10', { weight: 5 }), step('07-10', { weight: 9 })])
  expect(end.assigned.weight).toBe(5)
  expect(outcomeOf([committed('05-20'), step('06-10', { split: true })]).assigned).toEqual({
    count: 1,
    weight: 0,
  })
})

const anyStep = fc.oneof(
  fc.constantFrom('7', '8', null).map((milestone) => ({ milestone })),
  fc.constantFrom('group', 'deliverable').map((id) => ({ on: [id] })),
  fc.constantFrom('group', 'deliverable').map((id) => ({ off: [id] })),
  fc.nat(5).map((weight) => ({ weight })),
  fc.constantFrom('done' as const, 'wont_do' as const).map((closed) => ({ closed })),
  fc.constant({ reopened: true }),
)
const history = fc.array(fc.tuple(fc.nat(3), fc.nat(70), anyStep), { maxLength: 40 }).map((list) =>
  list
    .map(([issue, day, facts], at) => ({
      ...facts,
      number: at + 1,
      issue,
      at: new Date(Date.UTC(2026, 4, 10) + day * 86_400_000),
    }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number),
)

test('no more is done or moved away than was said, and later days change nothing', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { assigned, completed, moved } = outcomeOf(steps)
      expect(completed.count + moved.count).toBeLessThanOrEqual(assigned.count)
      expect(completed.weight + moved.weight).toBeLessThanOrEqual(assigned.weight)
      const within = steps.filter(({ at }) => at < june.to)
      expect(outcomeOf(within)).toEqual({ assigned, completed, moved })
    }),
  )
})
