import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { readQuickActions } from './quick-actions.ts'
import { MOST_ACTS, quickPlan, whyNotSoMany } from './quick-plan.ts'

const planOf = (text: string) => quickPlan(readQuickActions(text).acts).map(({ line }) => line)

test('of several weights in a row the last one is meant', () => {
  expect(planOf('/weight 1\n/weight 2\n\n/weight 1\n/weight 3')).toEqual(['/weight 3'])
  expect(planOf('/weight 1\n/due tomorrow\n/due today\n/weight 2')).toEqual([
    '/weight 1',
    '/due today',
    '/weight 2',
  ])
})

test('what does not set a fact is done each time, and a line that cannot be read is told', () => {
  const lines = ['/label ~a', '/label ~b', '/close', '/reopen', '/weight 1', '/weight many']
  expect(planOf(lines.join('\n'))).toEqual(lines)
})

test('a text asks for few enough acts, whatever it folds to', () => {
  const act = fc.constantFrom('/weight 1', '/weight 2', '/due today', '/close', '/reopen', '/label ~a')
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (lines) => {
      const plan = quickPlan(readQuickActions(lines.join('\n')).acts)
      expect(whyNotSoMany(plan) === null).toBe(plan.length <= MOST_ACTS)
      expect(plan.at(-1)?.line).toBe(lines.at(-1))
      expect(quickPlan(plan)).toEqual(plan)
    }),
  )
})
