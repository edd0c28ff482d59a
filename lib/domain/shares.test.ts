import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#lib/kit/plain-date.ts'
import { hasExpired, MOST_SHARES, SHARED, sharedTitle, whyNotShare } from './shares.ts'
import { because } from './testing/because.ts'

const TODAY = '2026-01-05'
const milestone = { title: '18.8', isShelf: false }
const draft = { what: 'brief' as const, milestone, lastOn: null, today: TODAY, count: 0 }

test('a brief is about one milestone with days, and the other pages are about none', () => {
  expect(whyNotShare(draft)).toBeNull()
  expect(whyNotShare({ ...draft, milestone: null })?.code).toBe('milestone_missing')
  expect(whyNotShare({ ...draft, milestone: { title: 'Backlog', isShelf: true } })?.because).toBe(
    'Backlog is a shelf. Shelves have no days and no brief.',
  )
  for (const what of ['say_do', 'ownership'] as const) {
    expect(whyNotShare({ ...draft, what, milestone: null })).toBeNull()
    expect(whyNotShare({ ...draft, what })?.code).toBe('no_milestone')
  }
})

test('a link that would be over when it is made is refused, one for today is not', () => {
  expect(whyNotShare({ ...draft, lastOn: '2026-01-04' })?.code).toBe('over')
  expect(whyNotShare({ ...draft, lastOn: TODAY })).toBeNull()
})

test('a group has so many links and no more, expired ones included', () => {
  expect(whyNotShare({ ...draft, count: MOST_SHARES - 1 })).toBeNull()
  expect(whyNotShare({ ...draft, count: MOST_SHARES })?.because).toContain('Revoke one')
})

test('a link works through its last day and on no day after, and without one it does not expire', () => {
  const days = integer({ min: -4000, max: 4000 })
  assert(
    property(days, (ahead) => {
      expect(hasExpired(addDays(TODAY, ahead), TODAY)).toBe(ahead < 0)
      expect(hasExpired(null, addDays(TODAY, ahead))).toBe(false)
    }),
  )
})

test('each page has a name of its own', () => {
  const titles = SHARED.map((what) => sharedTitle(what, '18.8'))
  expect(titles).toEqual(['Say/Do', 'Brief of 18.8', 'Ownership'])
})

test('a refused link says which part of it to change', () => {
  expect(because(whyNotShare({ ...draft, milestone: null }))).toBe(
    'Choose the milestone that the brief is about.',
  )
  expect(because(whyNotShare({ ...draft, what: 'say_do' }))).toBe(
    'Only a brief is about one milestone. Leave the milestone out.',
  )
  expect(because(whyNotShare({ ...draft, lastOn: '2026-01-04' }))).toBe(
    'The last day is in the past. Choose today or a later day.',
  )
  expect(because(whyNotShare({ ...draft, count: MOST_SHARES }))).toBe(
    'The group has 100 public links. Revoke one that is no longer used.',
  )
})
