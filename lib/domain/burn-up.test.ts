import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, eachDay } from '#lib/kit/plain-date.ts'

import { type BurnChange, burnUpOf } from './burn-up.ts'
import type { Step } from './closing/steps.ts'
import { lying } from './closing/testing/lying.ts'
import { largestJump } from './scope-jump.ts'

const instant = (day: string) => new Date(`${day}T00:00:00Z`)
const bounds = {
  from: instant('2026-06-01'),
  days: eachDay('2026-06-01', '2026-06-10').map((day) => ({ day, before: instant(addDays(day, 1)) })),
}

let number = 0
const step = (day: string, issue: number, facts: Partial<Step>): Step => {
  number += 1
  return { number, issue, at: new Date(`2026-${day}T12:00:00Z`), ...facts }
}
const created = (day: string, issue: number, facts: Partial<Step> = {}) =>
  step(day, issue, {
    kind: 'issue',
    milestone: '7',
    on: ['group', 'deliverable'],
    weight: 3,
    ...facts,
  })

const burn = (steps: readonly Step[]) => burnUpOf(lying(steps), '7', bounds)
const on = (steps: readonly Step[], day: string) => {
  const found = burn(steps).days.find((one) => one.day === `2026-${day}`)
  if (!found) throw new Error(`No ${day}.`)
  return found
}

test('the promise is what lay there when the first day began, whatever comes later', () => {
  const steps = [created('05-20', 1), created('06-01', 2), step('06-04', 1, { off: ['deliverable'] })]
  expect(burn(steps).promise).toEqual({ count: 1, weight: 3 })
  expect(on(steps, '06-01').scope).toEqual({ count: 2, weight: 6 })
  expect(on(steps, '06-04').scope).toEqual({ count: 1, weight: 3 })
})

test('only the milestone and all labels at once put an issue on the board', () => {
  expect(on([created('06-02', 1, { on: ['group'] })], '06-02').scope.count).toBe(0)
  expect(on([created('06-02', 1, { milestone: '8' })], '06-02').scope.count).toBe(0)
  const moved = [created('06-02', 1, { milestone: null }), step('06-03', 1, { milestone: '7' })]
  expect(on(moved, '06-02').scope.count).toBe(0)
  expect(on(moved, '06-03').scope.count).toBe(1)
})

test('done is what was closed as done and not reopened; closed otherwise stays in the scope', () => {
  const steps = [
    created('05-20', 1),
    created('05-20', 2, { weight: 2 }),
    step('06-02', 1, { closed: 'done' }),
    step('06-03', 2, { closed: 'wont_do' }),
    step('06-05', 1, { reopened: true }),
  ]
  expect(on(steps, '06-03').done).toEqual({ count: 1, weight: 3 })
  expect(on(steps, '06-05')).toMatchObject({ scope: { count: 2, weight: 5 }, done: { count: 0, weight: 0 } })
})

test('each day tells what changed by its end, one line an issue and kind', () => {
  const steps = [
    created('05-20', 1),
    created('06-02', 2, { weight: null }),
    step('06-03', 2, { weight: 2 }),
    step('06-03', 1, { closed: 'done' }),
    step('06-04', 1, { reopened: true }),
    step('06-04', 2, { milestone: '8' }),
    step('06-05', 1, { closed: 'duplicate' }),
  ]
  const changes = (day: string) => on(steps, day).changes
  expect(changes('06-01')).toEqual([])
  expect(changes('06-02')).toEqual([{ issue: 2, kind: 'added', weight: 0 }])
  expect(changes('06-03')).toEqual([
    { issue: 1, kind: 'done', weight: 3 },
    { issue: 2, kind: 'weighed', weight: 2, was: 0 },
  ])
  expect(changes('06-04')).toEqual([
    { issue: 1, kind: 'reopened', weight: 3 },
    { issue: 2, kind: 'removed', weight: 2 },
  ])
  expect(changes('06-05')).toEqual([{ issue: 1, kind: 'dropped', weight: 3 }])
})

test('what comes and goes within a day is no change of it', () => {
  const steps = [
    created('05-20', 1),
    step('06-02', 1, { off: ['group'] }),
    step('06-02', 1, { on: ['group'] }),
  ]
  expect(on(steps, '06-02').changes).toEqual([])
})

test('the original of a split weighs nothing from then on', () => {
  const steps = [created('05-20', 1), step('06-02', 1, { split: true })]
  expect(on(steps, '06-02').scope).toEqual({ count: 1, weight: 0 })
})

test('boards are about issues: other kinds lie on none', () => {
  expect(on([created('05-20', 1, { kind: 'planning' })], '06-01').scope.count).toBe(0)
})

test('the largest jump of the scope is named from two on', () => {
  const steps = [created('05-20', 1), created('06-03', 2, { weight: 1 }), created('06-05', 3, { weight: 4 })]
  expect(largestJump(burn(steps), 'weight')).toEqual({ day: '2026-06-05', by: 4 })
  expect(largestJump(burn(steps), 'count')).toBeNull()
  expect(largestJump(burn([...steps, step('06-08', 3, { weight: 9 })]), 'weight')?.by).toBe(5)
  const fewer = [...[1, 2, 3].map((issue) => created('05-20', issue)), step('06-04', 1, { milestone: '8' })]
  expect(largestJump(burn(fewer), 'weight')).toEqual({ day: '2026-06-04', by: -3 })
})

const anyStep = fc.oneof(
  fc.constantFrom('7', '8', null).map((milestone) => ({ milestone })),
  fc.constantFrom('group', 'deliverable').map((id) => ({ on: [id] })),
  fc.constantFrom('group', 'deliverable').map((id) => ({ off: [id] })),
  fc.nat(5).map((weight) => ({ weight })),
  fc.constantFrom('done' as const, 'wont_do' as const).map((closed) => ({ closed })),
  fc.constant({ reopened: true }),
)
const history = fc.array(fc.tuple(fc.nat(3), fc.nat(240), anyStep), { maxLength: 40 }).map((list) =>
  [
    ...[0, 1, 2, 3].map((issue) => created('05-20', issue, { number: issue + 1 })),
    ...list.map(([issue, hours, facts], at) => ({
      ...facts,
      number: at + 5,
      issue,
      at: new Date(instant('2026-05-30').getTime() + hours * 3_600_000),
    })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number),
)

const byScope = ({ kind, weight, was }: BurnChange) =>
  kind === 'added' ? weight : kind === 'removed' ? -weight : kind === 'weighed' ? weight - (was ?? 0) : 0

test('the changes of each day add up to what the scope gained, and done is never more than the scope', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { promise, days } = burn(steps)
      for (const [at, { scope, done, changes }] of days.entries()) {
        const before = days[at - 1]?.scope ?? promise
        const gained = changes.map(({ kind }) => (kind === 'added' ? 1 : kind === 'removed' ? -1 : 0))
        const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
        expect(scope.count - before.count).toBe(sum(gained))
        expect(scope.weight - before.weight).toBe(sum(changes.map(byScope)))
        expect(done.count).toBeLessThanOrEqual(scope.count)
        expect(done.weight).toBeLessThanOrEqual(scope.weight)
      }
    }),
  )
})
