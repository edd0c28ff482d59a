import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { daysOf, isUnweighted, sumWeights, warnWeight, weightFrom, whyNotWeight } from './weight.ts'
import { because } from './testing/because.ts'

test('a weight is a whole number from 0 to 99', () => {
  for (const weight of [0, 1, 3, 13, 99]) expect(whyNotWeight(weight)).toBeNull()
  for (const weight of [-1, 1.5, 100, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(whyNotWeight(weight)?.code).toBe('weight_range')
  }
})

test('above 3 the issue is to be broken down', () => {
  expect(warnWeight(3)).toBeNull()
  expect(warnWeight(null)).toBeNull()
  expect(warnWeight(4)?.because).toBe('A weight of 4 is over 3. Split the issue.')
})

test('a weight of 1 is about 2 working days, unless the group says otherwise', () => {
  expect(daysOf(1)).toBe(2)
  expect(daysOf(3, 1.5)).toBe(4.5)
})

test('unweighted issues are counted beside the sum, not in it', () => {
  expect(sumWeights([{ weight: 2 }, { weight: null }, { weight: 0 }])).toEqual({
    weight: 2,
    unweighted: 1,
    count: 3,
  })
  expect(sumWeights([])).toEqual({ weight: 0, unweighted: 0, count: 0 })
})

test('the sum of two lists is the sum of their sums', () => {
  const list = fc.array(fc.record({ weight: fc.option(fc.nat({ max: 99 })) }))
  fc.assert(
    fc.property(list, list, (a, b) => {
      const [left, right, both] = [sumWeights(a), sumWeights(b), sumWeights([...a, ...b])]
      expect(both.weight).toBe(left.weight + right.weight)
      expect(both.unweighted).toBe(left.unweighted + right.unweighted)
    }),
  )
})

test('a split never changes the sum of the weights, whether its original is closed or stays open', () => {
  const weights = fc.array(fc.option(fc.nat({ max: 20 })), { maxLength: 6 })
  fc.assert(
    fc.property(weights, weights, (others, pieces) => {
      const whole = { weight: sumWeights(pieces.map((weight) => ({ weight }))).weight, split: false }
      const rest = others.map((weight) => ({ weight }))
      const before = sumWeights([...rest, whole])
      const after = sumWeights([...rest, { ...whole, split: true }, ...pieces.map((weight) => ({ weight }))])
      expect(after.weight).toBe(before.weight)
    }),
  )
})

const spike = { id: '1', title: 'spike', meaning: 'spike' }
const ready = { id: '2', title: 'ready', meaning: 'workflow.ready-for-development' }

test('unweighted is what is planned or ready without a weight, no spike and no original of a split', () => {
  const planned = {
    state: 'open' as const,
    weight: null,
    split: false,
    labels: [],
    milestone: { kind: 'timebox' as const },
  }
  expect(isUnweighted(planned)).toBe(true)
  expect(isUnweighted({ ...planned, weight: 0 })).toBe(false)
  expect(isUnweighted({ ...planned, state: 'closed' })).toBe(false)
  expect(isUnweighted({ ...planned, labels: [spike, ready] })).toBe(false)
  expect(isUnweighted({ ...planned, split: true })).toBe(false)
  expect(isUnweighted({ ...planned, milestone: { kind: 'shelf' } })).toBe(false)
  expect(isUnweighted({ ...planned, milestone: { kind: 'shelf' }, labels: [ready] })).toBe(true)
})

test('what is typed is a weight where it is one whole number', () => {
  expect(['4', ' 12 ', '0', '', '1.5', '100', 'two'].map(weightFrom)).toEqual([
    4,
    12,
    0,
    null,
    null,
    null,
    null,
  ])
})

test('a weight is a whole number that a person can mean', () => {
  for (const weight of [0, 1, 99]) expect(whyNotWeight(weight)).toBeNull()
  for (const weight of [-1, 0.5, 100, Number.NaN, Infinity]) {
    expect(because(whyNotWeight(weight)), String(weight)).toBe('A weight is a whole number from 0 to 99.')
  }
})

test('what is typed is a weight or none, and no text is taken for one', () => {
  expect(['3', ' 3 ', '03', '99'].map(weightFrom)).toEqual([3, 3, 3, 99])
  expect(['', '-1', '1.5', '100', '1e1', 'three'].map(weightFrom)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})
