import { expect, test } from 'vitest'

import {
  ageLabel,
  columnLabel,
  cycleLabel,
  findingLabel,
  flowLabel,
  mixLabel,
  mixText,
} from './insights-text.ts'
import { aColumn } from './testing.ts'

test('a point says its issue, its days, and what was blocked', () => {
  const column = aColumn([12])
  const item = { ref: 166, title: 'Slow list', days: 12, blockedDays: 4, isOld: true }
  expect(ageLabel(column, item)).toBe(
    '#166 Slow list: 12 days in “in dev”, blocked for 4 days besides, longer than 85 % of earlier issues',
  )
  expect(ageLabel(aColumn([1], 'blocked'), { ...item, days: 1, isOld: false })).toBe(
    '#166 Slow list: 1 day blocked',
  )
  const closed = { ref: 84, title: 'Retry', days: 5, blockedDays: 1, closedOn: '2026-11-14' }
  expect(cycleLabel(closed)).toBe('#84 Retry: 5 days, 1 day of them blocked, closed 14 Nov')
  expect(cycleLabel({ ...closed, blockedDays: 0 })).toBe('#84 Retry: 5 days, closed 14 Nov')
})

test('a column says how many issues it holds and what earlier ones took', () => {
  expect(columnLabel(aColumn([1, 2]))).toBe(
    'in dev: 2 issues; of 20 earlier 50 % took 4 days or less, 85 % 9 days or less',
  )
  expect(columnLabel({ ...aColumn([1]), p50: null, p85: null, earlier: 3 })).toBe(
    'in dev: 1 issue; small sample, 3 earlier',
  )
})

test('a band, a part of the mix and a finding say what they count', () => {
  expect(flowLabel('2026-11-02', 'waiting', 5)).toBe('2 Nov, not ready yet: 5 issues')
  const part = { weight: 40, count: 22 }
  const none = { weight: 0, count: 0 }
  const side = {
    mix: { bug: 31, maintenance: 24, feature: 45 },
    parts: { bug: part, maintenance: none, feature: none },
    weight: 131,
    leftOut: 0,
  }
  expect(mixLabel('done', 'bug', side)).toBe('done, bug: 31 %, weight 40 of 131, 22 issues')
  expect(mixText('planned', side.mix)).toBe('planned bug 31 %, maintenance 24 %, feature 45 %')
  expect(mixText('planned', null)).toBe('planned nothing')
  expect(findingLabel('2026-11-02', 'No type', 1)).toBe('Week of 2 Nov, No type: 1 issue')
})
