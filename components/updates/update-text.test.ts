import { expect, test } from 'vitest'

import { missingText, personText, postedText, weekdayText, weekText, whenText } from './update-text.ts'

const today = '2026-11-26'

test('a day is said with its weekday', () => {
  expect(weekdayText('2026-11-27')).toBe('Fri 27 Nov')
  expect(weekdayText('2026-11-29')).toBe('Sun 29 Nov')
})

test('a moment is said on the clock of the group', () => {
  expect(whenText('UTC', '2026-11-26T09:20:00Z', today)).toBe('today 09:20')
  expect(whenText('UTC', '2026-11-25T09:20:00Z', today)).toBe('yesterday')
  expect(whenText('UTC', '2026-11-24T09:20:00Z', today)).toBe('Tue 24 Nov')
  expect(whenText('Pacific/Kiritimati', '2026-11-25T11:20:00Z', today)).toBe('today 01:20')
})

test('a week is named with its year where that is another', () => {
  expect(weekText('2026-W48', '2026-W50')).toBe('week 48')
  expect(weekText('2026-W53', '2027-W01')).toBe('week 53 of 2026')
})

test.each([
  [{ standing: 'owes', subjects: 2, posted: 0, postedAt: null }, 'owes'],
  [{ standing: 'owes', subjects: 3, posted: 1, postedAt: '2026-11-26T09:20:00Z' }, 'owes 2 of 3'],
  [{ standing: 'posted', subjects: 1, posted: 1, postedAt: '2026-11-26T09:20:00Z' }, 'posted today 09:20'],
  [{ standing: 'posted', subjects: 0, posted: 0, postedAt: null }, 'posted'],
  [{ standing: 'away', subjects: 2, posted: 0, postedAt: null }, 'away'],
  [{ standing: 'away', subjects: 2, posted: 1, postedAt: '2026-11-26T09:20:00Z' }, 'away, posted 1 of 2'],
] as const)('%j is said as “%s”', (facts, text) => {
  expect(personText(facts, { zone: 'UTC', today })).toBe(text)
})

test('who is away owes nothing and is not counted', () => {
  const people = (['owes', 'posted', 'away', 'posted'] as const).map((standing) => ({ standing }))
  expect(postedText(people)).toBe('2 of 3 posted')
})

const cindy = { handle: 'cindy', name: 'Cindy Halim' }
const julie = { handle: 'julie', name: 'Julie Huang' }
const missing = [
  { subject: 'issue-1', dri: julie },
  { subject: 'issue-2', dri: cindy },
  { subject: 'epic-1', dri: cindy },
  { subject: 'issue-3', dri: julie },
]

test('what is missing is said by person, the reader last, without what stands in the text already', () => {
  const text = missingText(missing, { me: 'julie', ready: new Set(['issue-1']) })
  expect(text.replaceAll(/[\u2066-\u2069]/g, '')).toBe(
    'Not posted yet: Cindy Halim, 2 subjects; you, 1 subject.',
  )
})

test('where nothing is missing nothing is said', () => {
  expect(missingText([], { me: 'julie', ready: new Set() })).toBe('')
  expect(missingText(missing.slice(0, 1), { me: 'julie', ready: new Set(['issue-1']) })).toBe('')
})
