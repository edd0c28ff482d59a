import { expect, test } from 'vitest'

import { addDays } from '#lib/kit/plain-date.ts'

import { backTest, calibrationText, type OverMilestone, type PastIssue } from './back-test.ts'

/** Ten working days from a day on; an issue is closed on each second one, as far as there are any. */
function over(title: string, start: string, closed = 5, assigned = 6): OverMilestone {
  const issue = (at: number): PastIssue => ({
    enteredOn: addDays(start, -3),
    closedOn: at < closed ? addDays(start, at * 2) : null,
    weight: 2,
  })
  return {
    title,
    days: Array.from({ length: 10 }, (_, at) => ({ day: addDays(start, at), people: 5 })),
    issues: Array.from({ length: assigned }, (_, at) => issue(at)),
  }
}
const earlier = [over('19.3', '2026-03-01'), over('19.2', '2026-02-01'), over('19.1', '2026-01-01')]

test('at the middle of a steady milestone the range holds what came', () => {
  const [told, ...others] = backTest([over('19.4', '2026-04-01'), ...earlier], 'a')
  expect(told).toMatchObject({ title: '19.4', day: '2026-04-05', of: 6, done: 3, came: 5, held: true })
  expect(others, 'those before it have too little history').toEqual([])
})

test('a milestone that came to a stop is told as one that missed its range', () => {
  const stopped = over('19.4', '2026-04-01', 0, 40)
  const [told] = backTest(
    [stopped, ...earlier.map((one) => ({ ...one, issues: one.issues.concat(one.issues) }))],
    'a',
  )
  expect(told).toMatchObject({ came: 0, done: 0, held: false })
})

test('what was learned after the middle is not known there', () => {
  const milestone = over('19.4', '2026-04-01')
  const late = {
    ...milestone,
    issues: [...milestone.issues, { enteredOn: '2026-04-06', closedOn: null, weight: 1 }],
  }
  const [told, known] = [late, milestone].map((one) => backTest([one, ...earlier], 'a')[0])
  expect(told).toEqual(known)
})

test('nothing assigned by the middle has nothing to test', () => {
  expect(backTest([{ ...over('19.4', '2026-04-01'), issues: [] }, ...earlier], 'a')).toEqual([])
})

test('the calibration counts the ranges that held', () => {
  const [held] = backTest([over('19.4', '2026-04-01'), ...earlier], 'a')
  if (!held) throw new Error('There was no test.')
  expect(calibrationText([held, { ...held, held: false }])).toBe('85 % ranges held in 1 of 2 milestones')
  expect(calibrationText([held])).toBe('85 % ranges held in 1 of 1 milestone')
})
