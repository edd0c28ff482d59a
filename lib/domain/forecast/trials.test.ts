import { array, assert, float, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'

import { chanceOf } from './fan.ts'
import type { PastMilestone } from './past.ts'
import { runTrials } from './trials.ts'

/** A milestone of as many days as are given, on which one person works; each closes so many issues of weight 2. */
const past = (...closed: number[]): PastMilestone => ({
  title: '19.7',
  people: closed.length,
  length: closed.length,
  days: closed.map((count, at) => ({ count, weight: count * 2, place: at / closed.length })),
})
const run = (more: Partial<Parameters<typeof runTrials>[0]>) =>
  runTrials({
    past: [past(1)],
    ahead: [{ people: 1 }, { people: 1 }],
    open: { count: 5, weight: 10 },
    seed: 'a',
    trials: 200,
    ...more,
  })
/** The least and the most of what trials closed by the end of a day. */
const rangeOf = (counts: Uint32Array | undefined) => {
  const reached = [...(counts ?? [])].flatMap((often, value) => (often > 0 ? [value] : []))
  return [reached.at(0), reached.at(-1)]
}

test('a group that closes one a day closes two in two days, in every trial', () => {
  const { count, weight } = run({})
  expect(count.map(rangeOf)).toEqual([
    [1, 1],
    [2, 2],
  ])
  expect(weight.map(rangeOf)).toEqual([
    [2, 2],
    [4, 4],
  ])
})

test('no more than all is closed, however fast the group was', () => {
  expect(run({ past: [past(9)] }).count.map(rangeOf)).toEqual([
    [5, 5],
    [5, 5],
  ])
})

test('on a day without people nothing is closed, and on one with half of them about half of the trials', () => {
  const { count } = run({ ahead: [{ people: 0 }, { people: 0.5 }], trials: 2000 })
  expect(rangeOf(count[0])).toEqual([0, 0])
  expect(chanceOf(count[1] ?? new Uint32Array(), 1)).toBeCloseTo(0.5, 1)
})

test('a trial is a good or a bad milestone as a whole: the two do not even out', () => {
  const { count } = run({ past: [past(0, 0), past(1, 1)], trials: 2000 })
  const last = count[1] ?? new Uint32Array()
  expect(chanceOf(last, 2)).toBeCloseTo(0.5, 1)
  expect(last[1], 'one of two days alone is no past').toBe(0)
})

test('days lie where they lie in their milestone: an end that closes much is not expected at the start', () => {
  const slowThenFast = past(...Array.from({ length: 20 }, (_, at) => (at < 10 ? 0 : 1)))
  const { count } = run({
    past: [slowThenFast],
    ahead: [
      { people: 1, place: 0.1 },
      { people: 1, place: 0.9 },
    ],
  })
  expect(count.map(rangeOf)).toEqual([
    [0, 0],
    [1, 1],
  ])
})

test('the same history and the same seed say the same, and another seed draws others', () => {
  const uneven = { past: [past(0, 1, 3, 0, 2)], open: { count: 9, weight: 18 } }
  expect(run(uneven)).toEqual(run(uneven))
  expect(run({ ...uneven, seed: 'b' })).not.toEqual(run(uneven))
})

test('each trial is counted once a day, and what is closed never becomes less', () => {
  const days = array(integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 })
  const ahead = record({ people: float({ min: 0, max: 2, noNaN: true }) })
  assert(
    property(days, array(ahead, { maxLength: 5 }), (closed, left) => {
      const { count } = run({ past: [past(...closed)], ahead: left, trials: 40 })
      expect(count).toHaveLength(left.length)
      for (const [at, counts] of count.entries()) {
        expect(counts.reduce((sum, often) => sum + often, 0)).toBe(40)
        const before = count[at - 1]
        if (!before) continue
        for (let least = 0; least <= 5; least += 1)
          expect(chanceOf(counts, least)).toBeGreaterThanOrEqual(chanceOf(before, least))
      }
    }),
  )
})

test('one more person on a day never makes it later', () => {
  assert(
    property(array(integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }), (closed) => {
      const few = run({ past: [past(...closed)], ahead: [{ people: 1 }, { people: 0.4 }], trials: 60 })
      const more = run({ past: [past(...closed)], ahead: [{ people: 1 }, { people: 0.9 }], trials: 60 })
      for (let least = 0; least <= 5; least += 1)
        expect(chanceOf(more.count[1] ?? new Uint32Array(), least)).toBeGreaterThanOrEqual(
          chanceOf(few.count[1] ?? new Uint32Array(), least),
        )
    }),
  )
})
