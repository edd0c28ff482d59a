import { expect, test } from 'vitest'

import { candidate, viewOf } from '#components/plan/testing/candidates.ts'

import { pickedOf } from '../picked.ts'
import { mixWith } from './mix-parts.ts'

const bug = candidate(1, { type: 'bug', loads: [{ team: 'selection', person: 'julie', weight: 3 }] })
const feature = candidate(2, { weight: 1 })
const mixOf = (
  candidates: Parameters<typeof viewOf>[0],
  picks: number[],
  mix: Partial<ReturnType<typeof viewOf>['mix']> = {},
) => {
  const view = viewOf(candidates)
  const picked = pickedOf(
    view,
    picks.map((ref) => ({ ref, dri: null })),
  )
  const { of, parts } = mixWith({ ...view, mix: { ...view.mix, ...mix } }, picked)
  return { of, parts: parts.map(({ type, weight, share }) => `${type} ${weight} ${share} %`) }
}
const even = { bug: 50, maintenance: 0, feature: 50 }

test('while nothing is picked the mix is that of all candidates, in the shares of the server', () => {
  expect(mixOf([bug, feature], [], { candidates: even })).toEqual({
    of: 'candidates',
    parts: ['bug 3 50 %', 'maintenance 0 0 %', 'feature 1 50 %'],
  })
  expect(mixOf([], []).parts).toEqual(['bug 0 0 %', 'maintenance 0 0 %', 'feature 0 0 %'])
})

test('picks are summed by type as soon as they are made', () => {
  expect(mixOf([bug, feature], [1], { candidates: even })).toEqual({
    of: 'picks',
    parts: ['bug 3 100 %', 'maintenance 0 0 %', 'feature 0 0 %'],
  })
  expect(mixOf([bug, feature], [1, 2]).parts).toEqual(['bug 3 75 %', 'maintenance 0 0 %', 'feature 1 25 %'])
})

test('the target stands beside what is, type by type', () => {
  const view = viewOf([bug])
  const target = { bug: 60, maintenance: 30, feature: 10 }
  const { parts } = mixWith({ ...view, mix: { ...view.mix, target } }, pickedOf(view, []))
  expect(parts.map((part) => part.target)).toEqual([60, 30, 10])
})
