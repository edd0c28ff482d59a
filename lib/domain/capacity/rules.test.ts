import { assert, constantFrom, float, property } from 'fast-check'
import { expect, test } from 'vitest'

import {
  whyNotAsk,
  whyNotConfirm,
  whyNotDutyWeek,
  whyNotLanes,
  whyNotOverride,
  whyNotPlanIn,
} from './rules.ts'
import { TERMS } from './terms.ts'

const box = { title: '19.8', shelf: null, closed: false, startOn: '2026-12-12', dueOn: '2027-01-15' }
const override = { term: 'timeOff' as const, value: 3, reason: 'Parental leave', weekOn: null }
const WEEKS = ['2026-12-12', '2026-12-19']
const because = (refusal: { because: string } | null) => refusal?.because ?? null

test('capacity is planned in milestones with dates, until they are closed', () => {
  expect(whyNotPlanIn(box)).toBeNull()
  expect(whyNotPlanIn({ ...box, closed: true })).toEqual({
    code: 'closed',
    because: '19.8 is closed. Its capacity no longer changes.',
  })
  const shelf = { title: 'Backlog', shelf: 'backlog', closed: false, startOn: null, dueOn: null }
  expect(whyNotPlanIn(shelf)).toEqual({
    code: 'no_days',
    because: 'Backlog is a shelf. Shelves have no capacity.',
  })
})

test('an override says why, so that the next reader need not ask', () => {
  expect(whyNotOverride(override, WEEKS, 25)).toBeNull()
  expect(because(whyNotOverride({ ...override, reason: ' \n ' }, WEEKS, 25))).toBe(
    'Add a reason for the override.',
  )
})

test('an override is for the whole milestone, or for a week of it', () => {
  expect(whyNotOverride({ ...override, weekOn: '2026-12-19' }, WEEKS, 5)).toBeNull()
  expect(whyNotOverride({ ...override, weekOn: '2026-12-20' }, WEEKS, 5)).toEqual({
    code: 'no_such_week',
    because: 'No week of this milestone begins on 2026-12-20.',
  })
})

test('days lie between none and all of the stretch, both included', () => {
  for (const value of [0, 0.5, 25]) expect(whyNotOverride({ ...override, value }, WEEKS, 25)).toBeNull()
  for (const value of [-0.5, 25.5]) {
    expect(because(whyNotOverride({ ...override, value }, WEEKS, 25))).toBe('Enter between 0 and 25 days.')
  }
})

test('a share is a part of a person, and focus may be twice of what is usual', () => {
  const fraction = (term: 'share' | 'focus', value: number) =>
    because(whyNotOverride({ ...override, term, value }, WEEKS, 25))
  expect([fraction('share', 0), fraction('share', 1), fraction('focus', 2)]).toEqual([null, null, null])
  expect(fraction('share', 1.1)).toBe('A share is between 0 and 100 %.')
  expect(fraction('share', -0.1)).toBe('A share is between 0 and 100 %.')
  expect(fraction('focus', 2.1)).toBe('Focus is between 0 and 2.')
})

test('no value outside of the days there are, nor one that is no number, is ever let in', () => {
  assert(
    property(constantFrom(...TERMS), float({ min: -1000, max: 1000 }), (term, value) => {
      const allowed = whyNotOverride({ ...override, term, value }, WEEKS, 25) === null
      const most = term === 'focus' ? 2 : term === 'share' ? 1 : 25
      expect(allowed).toBe(value >= 0 && value <= most)
    }),
  )
})

test('a duty week begins on a Monday, and the refusal names the one of that week', () => {
  expect(whyNotDutyWeek('2026-12-14')).toBeNull()
  for (const day of ['2026-12-15', '2026-12-20']) {
    expect(whyNotDutyWeek(day)).toEqual({
      code: 'no_monday',
      because: 'A duty week begins on a Monday, such as 2026-12-14.',
    })
  }
})

test('a team has one lane of each priority', () => {
  const lane = (team: string, priority: number) => ({ team, priority, weight: 3 })
  expect(whyNotLanes([])).toBeNull()
  expect(whyNotLanes([lane('selection', 1), lane('selection', 2), lane('gateway', 1)])).toBeNull()
  expect(whyNotLanes([lane('selection', 1), lane('gateway', 1), lane('selection', 1)])).toEqual({
    code: 'lane_twice',
    because: 'Each team and priority can have one lane only.',
  })
})

test('each person confirms their own days, and is not asked again afterwards', () => {
  expect(whyNotConfirm(true)).toBeNull()
  expect(because(whyNotConfirm(false))).toBe('Each person confirms their own days.')
  expect(whyNotAsk(false, 'Julie Huang')).toBeNull()
  expect(because(whyNotAsk(true, 'Julie Huang'))).toBe('Julie Huang has confirmed already.')
})
