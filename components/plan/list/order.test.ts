import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { neighbourAt, stepTo } from './order.ts'
import type { Ordered } from './order.ts'

const one = (ref: number, pm: number | null = null, hasSlipped = false): Ordered => ({ ref, pm, hasSlipped })
/** Two that slipped, of which the PM placed one; three placed; two by priority. */
const LIST = [one(1, 2, true), one(2, null, true), one(3, 1), one(4, 3), one(5, 4), one(6), one(7)]

test('one that is dropped between two of the order lies right behind the upper one', () => {
  expect(neighbourAt(LIST, 5, 3)).toEqual({ after: 3, before: null })
  expect(neighbourAt(LIST, 7, 4)).toEqual({ after: 4, before: null })
})

test('one that is dropped on top of the order lies right before the first, not among what slipped', () => {
  expect(neighbourAt(LIST, 5, 0)).toEqual({ after: null, before: 3 })
  expect(neighbourAt(LIST, 5, 2)).toEqual({ after: null, before: 3 })
})

test('the first that is placed needs any other beside it, and one alone has no order', () => {
  expect(neighbourAt([one(8), one(9)], 9, 0)).toEqual({ after: null, before: 8 })
  expect(neighbourAt([one(8)], 8, 0)).toBeNull()
})

test('a step up leads past the next one of the order, and gives the last place to what had none', () => {
  expect(stepTo(LIST, 5, -1)).toBe(3)
  expect(stepTo(LIST, 3, -1)).toBeNull()
  expect(stepTo(LIST, 7, -1)).toBe(5)
  expect(stepTo(LIST, 7, 1)).toBeNull()
  expect(stepTo(LIST, 5, 1)).toBeNull()
  expect(stepTo(LIST, 3, 1)).toBe(3)
})

/** The order of the PM after a move, by the rule of the server. */
function moved(list: readonly Ordered[], ref: number, index: number): number[] {
  const where = neighbourAt(list, ref, index)
  const order = list
    .filter((other) => other.pm !== null && other.ref !== ref)
    .toSorted((a, b) => (a.pm ?? 0) - (b.pm ?? 0))
    .map((other) => other.ref)
  const at = where?.after != null ? order.indexOf(where.after) + 1 : order.indexOf(where?.before ?? -1)
  return order.toSpliced(Math.max(at, 0), 0, ref)
}

test('whatever is dropped where, the rest of the order stays as it was, and a step moves by one place', () => {
  const lists = fc
    .shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 2 })
    .map((refs) => refs.map((ref, at) => one(ref, at + 1)))
  fc.assert(
    fc.property(lists, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (list, pick, step) => {
      const at = pick % list.length
      const ref = list[at]?.ref ?? 0
      const to = stepTo(list, ref, step)
      const before = list.map((other) => other.ref)
      const after = to === null ? before : moved(list, ref, to)
      expect(after.indexOf(ref)).toBe(Math.min(Math.max(at + step, 0), list.length - 1))
      expect(after.filter((other) => other !== ref)).toEqual(before.filter((other) => other !== ref))
    }),
  )
})
