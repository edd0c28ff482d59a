import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { daysMore, daysOfDraft, draftOf, newDraft, whyNotDraft, withDays } from './draft.ts'

const draft = (more: Partial<ReturnType<typeof newDraft>> = {}) => ({ ...newDraft('julie'), ...more })
const entry = (fromOn: string, toOn: string, fromNoon = false, untilNoon = false) => ({
  fromOn,
  toOn,
  fromNoon,
  untilNoon,
})
/** Monday to Friday. */
const workOn = (day: string) => (new Date(day).getUTCDay() % 6 === 0 ? 0 : 1)

test('a new entry asks for its days, and one day stands for both', () => {
  expect(whyNotDraft(draft())?.because).toBe('Choose the days.')
  expect(daysOfDraft(draft())).toBeNull()
  expect(daysOfDraft(draft({ from: '2026-11-16' }))).toEqual(entry('2026-11-16', '2026-11-16'))
})

test('words that are no day, and days in the wrong order, are said and counted as none', () => {
  for (const days of [
    { from: 'soon', to: '2026-11-20' },
    { from: '2026-11-16', to: '31 Feb' },
    { from: '2026-11-16', to: '2026-11-13' },
    { from: '2026-11-16', to: '2026-11-16', fromNoon: true, untilNoon: true },
    { from: '2026-11-16', to: '2028-11-16' },
  ]) {
    expect(whyNotDraft(draft(days))?.because).toBeTruthy()
    expect(daysOfDraft(draft(days))).toBeNull()
  }
})

test('days that are dragged over backwards are the same days', () => {
  const forth = withDays(draft(), '2026-11-16', '2026-11-20')
  expect(withDays(draft(), '2026-11-20', '2026-11-16')).toEqual(forth)
  expect(daysOfDraft(forth)).toEqual(entry('2026-11-16', '2026-11-20'))
})

test('an entry of a colleague, whose kind is not told, is edited as “other” without a note', () => {
  const told = {
    id: 5,
    person: 'cindy',
    name: 'Cindy Halim',
    from: '2026-11-16',
    to: '2026-11-17',
    fromNoon: true,
    untilNoon: false,
    kind: null,
    note: null,
    shortNotice: false,
    mine: false,
    editable: true,
  }
  expect(draftOf(told)).toMatchObject({ entry: 5, person: 'cindy', kind: 'other', note: '', fromNoon: true })
})

test('only working days that were not away before are counted, by halves', () => {
  const week = entry('2026-11-16', '2026-11-22')
  expect(daysMore(week, [], workOn)).toBe(5)
  expect(daysMore(week, [entry('2026-11-18', '2026-11-19')], workOn)).toBe(3)
  expect(daysMore(week, [entry('2026-11-20', '2026-11-20', true)], workOn)).toBe(4.5)
  expect(daysMore(entry('2026-11-21', '2026-11-22'), [], workOn), 'a weekend').toBe(0)
  expect(daysMore(entry('2026-11-16', '2026-11-17', true, true), [], workOn)).toBe(1)
})

const day = fc.integer({ min: 1, max: 28 }).map((of) => `2026-11-${String(of).padStart(2, '0')}`)
const span = fc.tuple(day, day, fc.boolean(), fc.boolean()).map(([a, b, fromNoon, untilNoon]) => {
  const { from, to } = withDays(draft(), a, b)
  return from === to ? entry(from, to, fromNoon, false) : entry(from, to, fromNoon, untilNoon)
})

test('what is entered twice adds nothing, and what is away already and what is added make up the whole', () => {
  fc.assert(
    fc.property(span, span, (first, second) => {
      expect(daysMore(first, [first], workOn)).toBe(0)
      const both = daysMore(first, [], workOn) + daysMore(second, [first], workOn)
      expect(both).toBe(daysMore(second, [], workOn) + daysMore(first, [second], workOn))
    }),
  )
})
