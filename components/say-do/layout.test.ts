import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { BOX, boxesOf, layoutOf, ROWS, targetOf } from './layout.ts'
import { aMilestone } from './testing.ts'

const counts = fc
  .record({ completed: fc.nat(40), slipped: fc.nat(40), reprioritised: fc.nat(10) })
  .chain((parts) =>
    fc.record({
      parts: fc.constant(parts),
      addedLater: fc.integer({
        min: parts.reprioritised,
        max: Math.max(parts.reprioritised, parts.completed + parts.slipped + parts.reprioritised),
      }),
    }),
  )
  .map(({ parts, addedLater }) => aMilestone({ ...parts, addedLater }))

test('the parts of a column divide it without a gap, and the strip of what came later is as high as it is many', () => {
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 24 }), (milestones) => {
      const layout = layoutOf(milestones, 'issues')
      for (const [at, milestone] of milestones.entries()) {
        const { assigned, completed, slipped, reprioritised, addedLater } = boxesOf(
          milestone,
          at,
          'issues',
          layout,
        )
        expect(completed.height + slipped.height + reprioritised.height).toBeCloseTo(assigned.height, 1)
        expect(reprioritised.top).toBeCloseTo(assigned.top, 1)
        expect(completed.top + completed.height).toBeCloseTo(BOX.bottom, 1)
        expect(addedLater.height).toBeCloseTo(
          layout.value.y(0) - layout.value.y(milestone.parts.addedLater.count),
          1,
        )
        expect(assigned.top).toBeGreaterThanOrEqual(BOX.top)
      }
    }),
  )
})

test('what holds nothing is not pressed, and what is thin can be', () => {
  const many = aMilestone({ completed: 99, slipped: 1, reprioritised: 0, addedLater: 0 })
  const layout = layoutOf([many], 'issues')
  const boxes = boxesOf(many, 0, 'issues', layout)
  const targets = new Map(ROWS.map((part) => [part, targetOf(part, many, boxes, layout, 0)]))
  expect(targets.get('reprioritised')).toBeNull()
  expect(targets.get('addedLater')).toBeNull()
  expect(boxes.slipped.height).toBeLessThan(7)
  expect(targets.get('slipped')?.height).toBe(7)
})

test('without anything assigned there is a column without a height, and its figures can still be pressed', () => {
  const none = aMilestone({ completed: 0, slipped: 0, reprioritised: 0, addedLater: 0 })
  const layout = layoutOf([none], 'weight')
  const boxes = boxesOf(none, 0, 'weight', layout)
  expect(boxes.assigned.height).toBe(0)
  expect(targetOf('assigned', none, boxes, layout, 0)?.height).toBe(40)
})
