import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MILESTONE_OUTCOMES, type MilestoneOutcome, SLIP_REASONS } from '../closing/reasons.ts'
import { definitionsOf, percentOf, ratioOf } from './definitions.ts'
import { organisationSentence, together } from './organisation.ts'
import { paretoOf } from './pareto.ts'
import { type Commitment, PARTS, partOf, sumOf } from './parts.ts'
import { sentenceOf, type Told } from './sentence.ts'
import { medianOf, rolling, spreadOf } from './spread.ts'
import { warningsOf } from './warnings.ts'

let ref = 0
const an = (outcome: MilestoneOutcome, more: Partial<Commitment> = {}): Commitment => ({
  ref: (ref += 1),
  weight: 1,
  atStart: true,
  outcome,
  ...more,
})
const many = (count: number, outcome: MilestoneOutcome, more: Partial<Commitment> = {}) =>
  Array.from({ length: count }, () => an(outcome, more))
const figures = (all: Commitment[]) =>
  definitionsOf(all).map(({ name, done, said, ratio }) => [name, done, said, percentOf(ratio)])

test('7 of 10 are 70 %, and each definition counts its own issues', () => {
  const all = [
    ...many(6, 'completed', { weight: 2 }),
    an('completed', { weight: 1, atStart: false }),
    an('slipped', { weight: 3 }),
    an('slipped', { weight: null }),
    an('reprioritised', { weight: 1, atStart: false }),
  ]
  expect(figures(all)).toEqual([
    ['handbook', 7, 10, 70],
    ['by_weight', 13, 17, 76],
    ['at_start', 6, 8, 75],
    ['without_reprioritised', 7, 9, 78],
  ])
  const [, , atStart] = definitionsOf(all)
  expect(atStart?.issues.said).toEqual(all.filter((one) => one.atStart))
  expect(atStart?.issues.done).toEqual(all.slice(0, 6))
})

test('a milestone in which nothing was assigned has no ratio, rather than a perfect one', () => {
  expect(definitionsOf([]).map(({ ratio }) => ratio)).toEqual([null, null, null, null])
  expect(ratioOf({ done: 0, said: 3 })).toBe(0)
})

test('what weighs nothing, or was split, has no ratio by weight', () => {
  expect(figures([an('completed', { weight: 0 }), an('slipped', { weight: null })])[1]).toEqual([
    'by_weight',
    0,
    0,
    null,
  ])
})

const commitment = fc.record({
  ref: fc.nat(),
  weight: fc.option(fc.nat(8)),
  atStart: fc.boolean(),
  outcome: fc.constantFrom(...MILESTONE_OUTCOMES),
  reason: fc.option(fc.constantFrom(...SLIP_REASONS)),
})

test('completed, reprioritised and slipped divide what was assigned; no ratio leaves 0 to 1', () => {
  fc.assert(
    fc.property(fc.array(commitment), (all) => {
      const sums = Object.fromEntries(PARTS.map((part) => [part, sumOf(partOf(part, all))]))
      for (const unit of ['count', 'weight'] as const) {
        const parts = ['completed', 'reprioritised', 'slipped'].map((part) => sums[part]?.[unit] ?? 0)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(sums['assigned']?.[unit])
      }
      for (const { done, said, ratio } of definitionsOf(all)) {
        expect(done).toBeLessThanOrEqual(said)
        expect(ratio === null).toBe(said === 0)
        expect(ratio ?? 0).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('the median is the middle one, or lies between the two middle ones; of nothing there is none', () => {
  expect(medianOf([0.7, 0.8, 0.73])).toBe(0.73)
  expect(medianOf([0.7, 0.8])).toBe(0.75)
  expect(medianOf([null, 0.5, null])).toBe(0.5)
  expect(medianOf([null, null])).toBeNull()
  expect(medianOf([])).toBeNull()
})

test('the spread holds the middle half, and is told of three or more', () => {
  expect(spreadOf([0.1, 0.2, 0.3, 0.4, 0.5])).toEqual({ low: 0.2, high: 0.4 })
  expect(spreadOf([0.1, null, 0.9])).toBeNull()
})

test('a rolling median looks at six milestones, and leaves out those without a ratio', () => {
  const ratios = [1, 0.1, 0.2, null, 0.4, 0.5, 0.6, 0.7]
  expect(rolling(ratios).map(({ of }) => of)).toEqual([1, 2, 3, 3, 4, 5, 5, 5])
  expect(rolling(ratios).at(-1)).toEqual({ median: 0.5, spread: { low: 0.4, high: 0.6 }, of: 5 })
})

test('reasons come with the most frequent first, each with its issues, and those without a reason last', () => {
  const slip = (reason: (typeof SLIP_REASONS)[number] | null) => ({ ...an('slipped', { weight: 2 }), reason })
  const all = [slip(null), slip(null), slip('scope'), slip('blocked'), slip('bigger'), slip('bigger')]
  const rows = paretoOf([...all, { ...an('completed'), reason: null }])
  expect(rows.map(({ reason, count, weight, cumulative }) => [reason, count, weight, cumulative])).toEqual([
    ['bigger', 2, 4, 2 / 6],
    ['blocked', 1, 2, 3 / 6],
    ['scope', 1, 2, 4 / 6],
    [null, 2, 4, 1],
  ])
  expect(rows.flatMap(({ issues }) => issues)).toHaveLength(6)
  expect(paretoOf([{ ...an('completed'), reason: null }])).toEqual([])
})

test('fewer than five, and above 95 %, carry a warning; of a milestone that runs only few do', () => {
  const codes = (said: number, done: number, runs = false) =>
    warningsOf({ said, ratio: ratioOf({ said, done }) }, runs).map(({ code }) => code)
  expect(codes(0, 0)).toEqual([])
  expect(codes(4, 2)).toEqual(['few_assigned'])
  expect(codes(5, 4)).toEqual([])
  expect(codes(20, 19)).toEqual([])
  expect(codes(21, 21)).toEqual(['too_high'])
  expect(codes(1, 1)).toEqual(['few_assigned', 'too_high'])
  expect(codes(3, 3, true)).toEqual(['few_assigned'])
})

const told = (more: Partial<Told> = {}): Told => ({
  title: '19.6',
  phase: { is: 'over' },
  done: 7,
  said: 10,
  ratio: 0.7,
  rolling: { median: 0.74, of: 6 },
  slips: ['blocked', 'bigger', 'blocked'],
  ...more,
})

test('the sentence says how many promises were kept, the median, and why most of the others were not', () => {
  expect(sentenceOf(told())).toBe(
    'In 19.6 the group kept 7 of 10 promises, 70 %. The six-milestone median is 74 %; two of the three slips waited for others.',
  )
  expect(sentenceOf(told({ slips: [] }))).toBe(
    'In 19.6 the group kept 7 of 10 promises, 70 %. The six-milestone median is 74 %.',
  )
  expect(sentenceOf(told({ rolling: { median: 0.7, of: 1 }, slips: ['rfh'] }))).toBe(
    'In 19.6 the group kept 7 of 10 promises, 70 %. The one slip was pre-empted by an RFH.',
  )
  expect(sentenceOf(told({ rolling: { median: 0.7, of: 1 }, slips: ['scope', 'scope'] }))).toContain(
    'Both slips grew in scope.',
  )
  expect(sentenceOf(told({ slips: ['scope', 'blocked', 'bigger', null] }))).toBe(
    'In 19.6 the group kept 7 of 10 promises, 70 %. The six-milestone median is 74 %.',
  )
  expect(sentenceOf(told({ done: 0, said: 0, ratio: null }))).toBe(
    'Nothing was assigned in 19.6, so it has no ratio.',
  )
  expect(sentenceOf(told({ by: 'weight', type: 'bug', team: 'Gateway', slips: [] }))).toContain(
    'In 19.6 Gateway kept 7 of 10 in weight of type bug, 70 %.',
  )
})

test('of a milestone that runs the sentence says what is left, of one ahead what is committed', () => {
  const running = (days: number, said = 10) => sentenceOf(told({ phase: { is: 'running', days }, said }))
  expect(running(16)).toBe('19.6 runs: 7 of 10 promises kept, 3 not yet. 16 days are left.')
  expect(running(0, 0)).toBe('Nothing is assigned in 19.6 yet. Today is its last day.')
  const ahead = (days: number, said: number) => sentenceOf(told({ phase: { is: 'ahead', days }, said }))
  expect(ahead(3, 1)).toBe('19.6 starts in 3 days. 1 issue is committed so far.')
  expect(ahead(1, 0)).toBe('19.6 starts tomorrow. Nothing is committed so far.')
})

test('groups together are summed: the mean of 100 % of one and 50 % of ten would hide how many they are', () => {
  expect(
    together([
      { done: 1, said: 1 },
      { done: 5, said: 10 },
    ]),
  ).toEqual({ done: 6, said: 11, ratio: 6 / 11 })
  expect(together([])).toEqual({ done: 0, said: 0, ratio: null })
})

test('the sentence over groups counts those in which anything was assigned', () => {
  const named = (name: string, ...milestones: { done: number; said: number }[]) => ({ name, milestones })
  const [a, b, none] = [
    { done: 7, said: 10 },
    { done: 3, said: 3 },
    { done: 0, said: 0 },
  ]
  const groups = [named('Gateway', a, b), named('Editor', b), named('New', none)]
  expect(organisationSentence(groups, 6)).toBe(
    'Two groups kept 13 of 16 promises in their last two milestones, 81 %.',
  )
  expect(organisationSentence([named('Gateway', a)], 6)).toBe(
    'Gateway kept 7 of 10 promises in its last milestone, 70 %.',
  )
  expect(organisationSentence([named('New', none), named('Newer')], 6)).toBe(
    'No milestone with assigned issues is over yet.',
  )
})
