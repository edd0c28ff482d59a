import { expect, test } from 'vitest'

import type { Edit } from './choices.ts'
import { daysWords, summaryOf } from './close-words.ts'
import { closing, open } from './testing.ts'

const sums = { assigned: 10, completed: 7, assignedWeight: 20, completedWeight: 14, percent: 70 }
const FROZEN = 'The outcome is frozen. You can reopen the milestone for a day.'
const toBacklog: Edit = { destination: 'backlog' }

test('before a milestone is closed one reads what was kept, and that it can be reopened', () => {
  expect(summaryOf(closing({ sums }), new Map(), null)).toEqual(['7 of 10 kept, 70 %.', FROZEN])
  expect(summaryOf(closing({}), new Map(), null)).toEqual(['Nothing was assigned.', FROZEN])
})

test('where open Deliverables go is counted by place: as proposed, as set by hand, or not chosen yet', () => {
  const view = closing({ sums, open: [open(1), open(2), open(3), open(4, { notNext: 'It has no weight.' })] })
  const moved = (edits: [number, Edit][]) => summaryOf(view, new Map(edits), null)[1]
  expect(moved([])).toBe('Open Deliverables move: 3 to 19.8 and 1 not chosen.')
  expect(moved([[4, toBacklog]])).toBe('Open Deliverables move: 3 to 19.8 and 1 to Backlog.')
  expect(
    moved([
      [1, { destination: null }],
      [2, toBacklog],
      [3, toBacklog],
      [4, toBacklog],
    ]),
  ).toBe('Open Deliverables move: 1 to No milestone and 3 to Backlog.')
})

test('the other open issues move together, to one place', () => {
  const others = (count: number, to: string | null) =>
    summaryOf(closing({ sums, others: count }), new Map(), to)[1]
  expect(others(1, 'backlog')).toBe('1 other open issue moves to Backlog.')
  expect(others(12, '19.8')).toBe('12 other open issues move to 19.8.')
  expect(others(2, null)).toBe('2 other open issues move to No milestone.')
})

test('one day is a day', () => expect([1, 12, 0].map(daysWords)).toEqual(['1 day', '12 days', '0 days']))
