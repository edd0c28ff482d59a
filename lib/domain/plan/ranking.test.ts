import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, ranked } from './ranking.ts'

const one = (ref: number, facts: Partial<Candidate> = {}): Candidate => ({
  ref,
  slippedFrom: null,
  placed: false,
  planRank: String.fromCodePoint(96 + ref),
  priority: null,
  severity: null,
  weight: null,
  ...facts,
})
const order = (list: Candidate[]) => ranked(list).map(({ ref, why }) => [ref, why])

test('slippage goes before the order of the PM, before priority, before weight, each told in words', () => {
  expect(
    order([
      one(1, { weight: 1 }),
      one(2, { priority: 2, weight: 3 }),
      one(3, { priority: 1, weight: 2, severity: 1 }),
      one(4, { priority: 1, weight: 1 }),
      one(5, { placed: true, severity: 2 }),
      one(6, { placed: true, planRank: 'A' }),
      one(7, { slippedFrom: '19.7', priority: 4 }),
      one(8, { slippedFrom: '19.7', placed: true }),
      one(9),
    ]),
  ).toEqual([
    [8, 'slipped from 19.7, PM 3'],
    [7, 'slipped from 19.7'],
    [6, 'PM 1'],
    [5, 'PM 2, severity 2'],
    [4, 'priority 1'],
    [3, 'priority 1, severity 1'],
    [2, 'priority 2'],
    [1, 'weight 1'],
    [9, 'no weight'],
  ])
})

const candidates = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 30 }).chain((refs) =>
  fc.tuple(
    ...refs.map((ref) =>
      fc.record({
        ref: fc.constant(ref),
        slippedFrom: fc.option(fc.constant('19.7')),
        placed: fc.boolean(),
        planRank: fc.constantFrom('B', 'a', 'c', 'd1'),
        priority: fc.option(fc.integer({ min: 1, max: 4 })),
        severity: fc.option(fc.integer({ min: 1, max: 4 })),
        weight: fc.option(fc.integer({ min: 0, max: 3 })),
      }),
    ),
  ),
)

test('the same candidates are ranked alike, in whatever order they come', () => {
  fc.assert(
    fc.property(candidates, fc.integer(), (list, turn) => {
      const at = list.length === 0 ? 0 : Math.abs(turn) % list.length
      const turned = [...list.slice(at), ...list.slice(0, at)].toReversed()
      expect(ranked(turned)).toEqual(ranked(list))
      expect(ranked(list).map(({ rank }) => rank)).toEqual(list.map((_, place) => place + 1))
    }),
  )
})
