import { expect, test } from 'vitest'
import type { MilestoneSayDo } from '#lib/contract/say-do.ts'

import { listNamed } from './part-list.ts'
import { aMilestone, aSeries } from './testing.ts'

const charted = aMilestone({ completed: 7, slipped: 2, reprioritised: 1, addedLater: 2 })
const series = aSeries([charted], {
  reasons: [
    {
      reason: 'blocked',
      title: 'Blocked',
      count: 2,
      weight: 4,
      cumulative: 1,
      issues: [
        { ref: 8, milestone: '19.6' },
        { ref: 8, milestone: '19.5' },
      ],
    },
  ],
})
const sum = { count: 3, weight: 5 }
/** Of another milestone than that of the chart, with one issue that the reader may not see. */
const view: MilestoneSayDo = {
  milestone: { ...charted.milestone, slug: '18.1', title: '18.1' },
  at: null,
  frozenAt: null,
  phase: 'running',
  sentence: '',
  assigned: [21, 22],
  completed: [21],
  addedLater: [],
  reprioritised: [],
  slipped: [22],
  sums: {
    assigned: sum,
    completed: { count: 2, weight: 4 },
    addedLater: sum,
    reprioritised: sum,
    slipped: sum,
  },
  notShown: 1,
  definitions: [
    {
      name: 'by_weight',
      title: 'By weight',
      text: '',
      done: 4,
      said: 5,
      ratio: 0.8,
      issues: { said: [21, 22], done: [21] },
    },
  ],
  reweighted: [],
  items: [],
  left: { days: 3, open: [22], sum: { count: 1, weight: 1 }, gone: [] },
  notes: [],
  warnings: [],
}
const of = (name: string) => listNamed(name, series, view)

test('a part of the chart lists the issues that its number counts', () => {
  expect(of('completed@19.6')).toMatchObject({ title: '19.6 · completed', count: 7, weight: 14 })
  expect(of('completed@19.6')?.entries.map(({ ref }) => ref)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('the milestone of the page has its lists where the chart does not hold it; the count is the group’s', () => {
  expect(of('assigned@18.1')).toMatchObject({
    title: '18.1 · assigned',
    count: 3,
    entries: [{ ref: 21 }, { ref: 22 }],
  })
  expect(of('open@18.1')).toMatchObject({ title: '18.1 · left', count: 1 })
})

test('by weight counts as many issues as there are, with the weight that the definition says', () => {
  expect(of('by_weight.said@18.1')).toMatchObject({ count: 3, weight: 5 })
  expect(of('by_weight.done@18.1')).toMatchObject({ title: '18.1 · By weight, done', count: 2, weight: 4 })
})

test('a reason lists an issue for each milestone in which it slipped', () => {
  expect(of('reason.blocked@all')?.entries).toEqual([
    { ref: 8, milestone: '19.6' },
    { ref: 8, milestone: '19.5' },
  ])
})

test('a name that no figure has opens nothing', () => {
  for (const name of [
    '',
    'completed',
    'completed@17.9',
    'kept@19.6',
    'reason.rfh@all',
    'handbook.done@18.1',
    'by_weight.left@18.1',
    'open@19.6',
  ])
    expect([name, of(name)]).toEqual([name, null])
})
