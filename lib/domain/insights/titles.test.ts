import { expect, test } from 'vitest'

import type { Mix } from '../plan/mix.ts'
import type { Age } from './ages.ts'
import type { MixSide } from './mix.ts'
import { agesTitle, cycleTitle, figureTitle, findingsTitle, flowTitle, mixTitle } from './titles.ts'
import type { WorkColumn } from './work.ts'

const items = (old: number, young = 0): Age[] =>
  Array.from({ length: old + young }, (_, at) => ({
    ref: at,
    title: '',
    days: 1,
    blockedDays: 0,
    isOld: at < old,
  }))
const column = (name: WorkColumn, some: Age[], p85: number | null = 5) => ({
  column: name,
  p85,
  items: some,
})

test('the title of the ages names the one column in which issues are old, or says in how many they are', () => {
  expect(agesTitle([column('in-dev', items(3, 2)), column('in-review', items(0, 4))])).toBe(
    'Three issues in dev are older than 85 % of earlier ones',
  )
  expect(agesTitle([column('awaiting-security-release', items(1))])).toBe(
    'One issue awaiting security release is older than 85 % of earlier ones',
  )
  expect(agesTitle([column('blocked', items(2))])).toBe(
    'Two blocked issues are older than 85 % of earlier ones',
  )
  expect(agesTitle([column('in-dev', items(9)), column('blocked', items(4))])).toBe(
    '13 issues in work are older than 85 % of earlier ones',
  )
  expect(agesTitle([column('in-dev', items(0, 3))])).toBe(
    'No issue in work is older than 85 % of earlier ones',
  )
  expect(agesTitle([column('in-dev', items(0, 1), null)])).toBe('Days in the column, 1 issue in work')
  expect(agesTitle([column('in-dev', [])])).toBe('No issue is in work')
})

test('the title of cycle time says what half and most take, and only how many they are where they are few', () => {
  expect(cycleTitle(84, { p50: 5, p85: 12 })).toBe(
    'Half of the issues take 5 days or less, 85 % take 12 days or less',
  )
  expect(cycleTitle(20, { p50: 0, p85: 1 })).toBe(
    'Half of the issues take less than a day, 85 % take 1 day or less',
  )
  expect(cycleTitle(7, { p50: null, p85: null })).toBe('Cycle time, 7 issues')
  expect(cycleTitle(0, { p50: null, p85: null })).toBe('Cycle time')
})

test('the title of the flow says how work in hand changed', () => {
  expect(flowTitle(90, { first: 14, last: 23 })).toBe('Work in hand grew from 14 to 23 issues')
  expect(flowTitle(90, { first: 3, last: 1 })).toBe('Work in hand fell from 3 to 1 issue')
  expect(flowTitle(90, { first: 4, last: 4 })).toBe('Work in hand stayed at 4 issues')
  expect(flowTitle(90, { first: 0, last: 0 })).toBe('No work was in hand')
  expect(flowTitle(9, { first: 1, last: 2 })).toBe('Cumulative flow, 9 issues')
  expect(flowTitle(0, { first: 0, last: 0 })).toBe('Cumulative flow')
})

const side = (bug: number, maintenance: number, feature: number, count = 20): MixSide => ({
  mix: { bug, maintenance, feature },
  parts: {
    bug: { weight: bug, count },
    maintenance: { weight: maintenance, count: 0 },
    feature: { weight: feature, count: 0 },
  },
  weight: 100,
  leftOut: 0,
})
const target: Mix = { bug: 30, maintenance: 20, feature: 50 }

test('the title of the mix says where the work was furthest from the plan, or else from the target', () => {
  expect(mixTitle(side(18, 27, 55), side(31, 24, 45), target)).toBe(
    'Bugs were 18 % of the plan and 31 % of the work',
  )
  expect(mixTitle(side(18, 41, 41), side(20, 42, 38), target)).toBe(
    'Maintenance was 42 % of the work, target 20 %',
  )
  expect(mixTitle(side(18, 41, 41), side(20, 42, 38), null)).toBe('The work followed the plan, within 3 %')
  expect(mixTitle(side(20, 40, 40), side(20, 40, 40), null)).toBe('The work was mixed as planned')
  expect(mixTitle(side(18, 27, 55), side(31, 24, 45, 9), target)).toBe('Work mix, 9 issues done')
  expect(mixTitle(side(18, 27, 55), side(31, 24, 45, 0), target)).toBe('Work mix')
})

test('the title of the findings compares the first week with the last', () => {
  const weeks = (...counts: number[]) =>
    counts.map((findings, at) => ({ weekOn: `2026-11-0${at + 1}`, findings }))
  expect(findingsTitle(weeks(42, 30, 17))).toBe('Triage findings fell from 42 to 17 in three weeks')
  expect(findingsTitle(weeks(2, 17))).toBe('Triage findings rose from 2 to 17 in two weeks')
  expect(findingsTitle(weeks(2, 2))).toBe('Triage findings stayed at 2 in two weeks')
  expect(findingsTitle(weeks(5))).toBe('Triage findings, 5 in the first week')
  expect(findingsTitle([])).toBe('Triage findings over time')
})

test('a list of issues is headed with the figure that it is of', () => {
  expect(figureTitle({ chart: 'ages', column: 'in-dev', part: 'old' })).toBe(
    'Older than 85 % of earlier ones · in dev',
  )
  expect(figureTitle({ chart: 'flow', band: 'waiting', day: '2026-11-02' })).toBe(
    'Not ready yet · 2 Nov 2026',
  )
  expect(figureTitle({ chart: 'mix', side: 'done', part: 'left-out', milestone: '19.6' })).toBe(
    'Done · left out · 19.6',
  )
  expect(figureTitle({ chart: 'cycle', part: 'measured' })).toBe('Cycle time')
})
