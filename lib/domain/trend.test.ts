import { expect, test } from 'vitest'
import { trendText } from './trend.ts'

const monday = '2026-11-30'
const weeks = [
  { weekOn: '2026-11-16', issues: 20 },
  { weekOn: '2026-11-23', issues: 15 },
  { weekOn: '2026-11-30', issues: 13 },
]

test('the count of now is compared with the one of last week', () => {
  expect(trendText(12, weeks, monday)).toBe('12 issues, 3 fewer than last week')
  expect(trendText(16, weeks, monday)).toBe('16 issues, 1 more than last week')
  expect(trendText(15, weeks, monday)).toBe('15 issues, as many as last week')
  expect(trendText(1, weeks, monday)).toBe('1 issue, 14 fewer than last week')
})

test('where last week was not counted, the newest week before counts, and is named', () => {
  expect(trendText(12, weeks.slice(0, 1), monday)).toBe('12 issues, 8 fewer than in the week of 2026-11-16')
})

test('a group that was counted this week for the first time is compared with nothing', () => {
  expect(trendText(12, weeks.slice(2), monday)).toBeNull()
  expect(trendText(12, [], monday)).toBeNull()
})
