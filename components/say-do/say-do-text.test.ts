import { expect, test } from 'vitest'

import {
  medianTexts,
  partLabel,
  reasonsTitle,
  reasonText,
  seriesSummary,
  seriesTitle,
  shortTitle,
  slippedTitle,
} from './say-do-text.ts'
import { aMilestone, aSeries } from './testing.ts'

const kept = aMilestone({ completed: 7, slipped: 2, reprioritised: 1, addedLater: 2 })
const running = {
  ...aMilestone({ completed: 1, slipped: 3, reprioritised: 0, addedLater: 0 }, '19.7'),
  runs: true,
}
const reason = {
  reason: 'blocked' as const,
  title: 'Blocked',
  count: 2,
  weight: 4,
  cumulative: 1,
  issues: [],
}

test('the title of the chart is what all milestones that are over kept together', () => {
  expect(seriesTitle(aSeries([kept, kept, running]))).toBe('Two milestones kept 14 of 20 promises, 70 %')
  expect(seriesTitle(aSeries([kept], { by: 'weight' }))).toBe('One milestone kept 7 of 10 in weight, 70 %')
  expect(seriesTitle(aSeries([running]))).toBe('Said and done, while the first milestone runs')
  const none = aMilestone({ completed: 0, slipped: 0, reprioritised: 0, addedLater: 0 })
  expect(seriesTitle(aSeries([none]))).toBe('Nothing was assigned in one milestone')
})

test('the chart is told to people who hear it, milestone by milestone', () => {
  expect(seriesSummary(aSeries([kept, running]))).toContain('19.6 7 of 10, 70 %; 19.7 1 of 4, 25 % so far.')
})

test('a part says its milestone, issues and weight; what is not done of a running one has not slipped', () => {
  expect(partLabel(kept, 'completed')).toBe('19.6, completed: 7 issues, weight 14')
  expect(partLabel(kept, 'assigned')).toBe('19.6, assigned: 10 issues, weight 20 · 70 %')
  expect(partLabel(running, 'slipped')).toBe('19.7, not yet completed: 3 issues, weight 6')
})

test('the reason of most slips is the finding, and a single milestone has no median to speak of', () => {
  expect(reasonsTitle(aSeries([kept], { reasons: [reason] }))).toBe('Blocked: 2 of 2 slips')
  expect(reasonsTitle(aSeries([kept], { reasons: [{ ...reason, reason: null }] }))).toBe(
    '2 slips in one milestone, without a reason',
  )
  expect(reasonsTitle(aSeries([kept]))).toBe('Why promises slip')
  expect(medianTexts({ median: null, spread: null })).toEqual({ median: null, spread: null })
  expect(medianTexts({ median: 0.74, spread: { low: 0.7, high: 0.785 } })).toEqual({
    median: 'Rolling median of six, 74 %',
    spread: 'middle half 70 to 79 %',
  })
})

test('a slip says its reason with its text, a push-back its own, and what was completed says none', () => {
  expect(
    reasonText({ outcome: 'reprioritised', reason: null, text: '', pushBack: 'A migration comes first.' }),
  ).toBe('A migration comes first.')
  expect(reasonText({ outcome: 'slipped', reason: 'blocked', text: 'Fulfillment', pushBack: null })).toBe(
    'Blocked, Fulfillment',
  )
  expect(reasonText({ outcome: 'slipped', reason: 'other', text: 'A move of offices', pushBack: null })).toBe(
    'A move of offices',
  )
  expect(reasonText({ outcome: 'slipped', reason: null, text: '', pushBack: null })).toBe('no reason given')
  expect(reasonText({ outcome: 'completed', reason: null, text: '', pushBack: null })).toBe('')
  expect([0, 1, 3, 12].map(slippedTitle)).toEqual([
    'Nothing slipped',
    'One that slipped',
    'Three that slipped',
    '12 that slipped',
  ])
})

test('a long title is cut to its column', () => {
  expect(shortTitle('19.6', 24)).toBe('19.6')
  expect(shortTitle('The second quarter', 6)).toBe('The second…')
})
