import { expect, test } from 'vitest'

import { eachDay } from '#lib/kit/plain-date.ts'

import { availableByDay } from './by-day.ts'
import { capacityOf } from './capacity.ts'
import { DUE, input, member, START, usual } from './testing.ts'

const days = eachDay(START, DUE)
const total = (list: readonly { people: number }[]) => list.reduce((sum, { people }) => sum + people, 0)

test('the days add up to the available days of the milestone, and no person works on a weekend', () => {
  const given = input()
  const capacity = capacityOf(given)
  const byDay = availableByDay(capacity, days, given.people)
  expect(total(byDay)).toBeCloseTo(capacity.availableDays, 6)
  expect(byDay.find(({ day }) => day === '2026-12-13')?.people).toBe(0)
  expect(byDay.find(({ day }) => day === '2026-12-14')?.people).toBe(1)
})

test('time off, holidays and shares of time are missing on the days on which they are', () => {
  const people = new Map([
    ['julie', usual(days, (day) => (day === '2026-12-15' ? { away: 1 } : {}))],
    ['cindy', usual(days, (day) => (day === '2026-12-15' ? { holiday: true } : {}))],
  ])
  const given = input({ people, memberships: [member('julie', 'a'), member('cindy', 'a', { share: 0.5 })] })
  const capacity = capacityOf(given)
  const byDay = availableByDay(capacity, days, people)
  expect(total(byDay)).toBeCloseTo(capacity.availableDays, 6)
  expect(byDay.find(({ day }) => day === '2026-12-15')?.people).toBe(0)
})

test('where the manager says that there is work and the calendar has none, it lies from Monday to Friday', () => {
  const people = new Map([['julie', usual(days, () => ({ away: 1 }))]])
  const override = { person: 'julie', team: null, weekOn: START, term: 'timeOff' as const, value: 0 }
  const given = input({ people, overrides: [override] })
  const byDay = availableByDay(capacityOf(given), days, people)
  expect(byDay.slice(0, 7).map(({ people: on }) => on)).toEqual([0, 0, 1, 1, 1, 1, 1])
})
