import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { addDays, eachDay } from '#lib/kit/plain-date.ts'

import { countDays, inWeeks, weekStarts, withinDays } from './days.ts'
import type { PersonDay } from './terms.ts'
import { DUE, member, START, usual } from './testing.ts'

const days = eachDay(START, DUE)
const inTeam = [member('julie', 'selection')]

test('a milestone of five weeks from a Saturday on has five weeks that begin on Saturdays', () => {
  expect(weekStarts(days)).toEqual(['2026-12-12', '2026-12-19', '2026-12-26', '2027-01-02', '2027-01-09'])
  expect(inWeeks(days).map((week) => week.length)).toEqual([7, 7, 7, 7, 7])
  expect(inWeeks(days).flat()).toEqual(days)
  expect(weekStarts(days.slice(0, 8)), 'a last week of one day').toHaveLength(2)
})

test('a holiday takes a day first, time off what it leaves, and triage what both leave', () => {
  const all = (on: Partial<PersonDay & { holiday: boolean }>) => {
    const { workingDays, holidays, timeOff, triageDays } = countDays(
      usual(['2026-12-14'], () => on),
      inTeam,
      0.5,
    )
    return [workingDays, holidays, timeOff, triageDays]
  }
  expect(all({})).toEqual([1, 0, 0, 0])
  expect(all({ duty: true })).toEqual([1, 0, 0, 0.5])
  expect(all({ away: 0.5, duty: true })).toEqual([1, 0, 0.5, 0.25])
  expect(all({ holiday: true, away: 1, duty: true }), 'nothing is taken twice').toEqual([1, 1, 0, 0])
  expect(all({ work: 0.5, away: 1 })).toEqual([0.5, 0, 0.5, 0])
  expect(all({ work: 0, away: 1, holiday: true }), 'a day without work').toEqual([0, 0, 0, 0])
})

test('only the days on which a person belongs to the team count, from their first to their last', () => {
  const joined = [member('julie', 'selection', { from: '2027-01-13' })]
  expect(countDays(usual(days), joined, 0.5).workingDays, 'the last Wednesday to Friday').toBe(3)
  const left = [member('julie', 'selection', { to: '2026-12-14' })]
  expect(countDays(usual(days), left, 0.5).workingDays).toBe(1)
  expect(countDays(usual(days), [], 0.5)).toEqual({
    workingDays: 0,
    holidays: 0,
    timeOff: 0,
    triageDays: 0,
    share: 0,
  })
})

test('the share is the mean over the days that are left, and what comes of it is what each day gives', () => {
  const half = [
    member('julie', 'selection', { share: 0.5, to: '2026-12-18' }),
    member('julie', 'selection', { share: 1, from: '2026-12-19', to: '2026-12-25' }),
  ]
  expect(countDays(usual(days), half, 0.5)).toMatchObject({ workingDays: 10, share: 0.75 })
  const away = usual(days, (day) => ({ away: day <= '2026-12-18' ? 1 : 0 }))
  expect(countDays(away, half, 0.5).share, 'of the week that is left').toBe(1)
  const gone = usual(days, () => ({ away: 1 }))
  expect(countDays(gone, half, 0.5).share, 'where none is left, that of the days that are worked').toBe(0.75)
})

test('two memberships on one day give both shares', () => {
  const twice = [member('julie', 'selection', { share: 0.3 }), member('julie', 'selection', { share: 0.2 })]
  expect(countDays(usual(days), twice, 0.5).share).toBeCloseTo(0.5)
})

const part = fc.constantFrom(0, 0.5, 1)
const aDay = fc
  .record({ work: part, off: part, away: part, duty: fc.boolean() })
  .map((one) => ({ ...one, off: Math.min(one.off, one.work) }))
const someDays = fc
  .array(aDay, { maxLength: 35 })
  .map((list) => list.map((one, at) => ({ ...one, day: addDays(START, at) })))

test('nothing is lost that is not there, and what is left is what each day leaves', () => {
  fc.assert(
    fc.property(someDays, fc.constantFrom(0, 0.25, 0.5, 1), (list, triage) => {
      const { workingDays, holidays, timeOff, triageDays } = countDays(list, inTeam, triage)
      const left = workingDays - holidays - timeOff - triageDays
      expect(left).toBeGreaterThanOrEqual(-1e-9)
      const byDay = list.reduce(
        (sum, { work, off, away, duty }) => sum + (work - off) * (1 - away) * (duty ? 1 - triage : 1),
        0,
      )
      expect(left).toBeCloseTo(byDay, 9)
    }),
  )
})

test('moving one day of time off moves exactly that day', () => {
  fc.assert(
    fc.property(someDays, fc.nat(34), fc.nat(34), (list, from, to) => {
      const free = list.map((one) => ({ ...one, work: 1, off: 0, duty: false, away: 0 }))
      const awayOn = (place: number) =>
        countDays(
          free.map((one, at) => ({ ...one, away: at === place % Math.max(1, free.length) ? 1 : 0 })),
          inTeam,
          0.5,
        )
      expect(awayOn(to)).toEqual(awayOn(from))
    }),
  )
})

const counts = fc.record({
  workingDays: fc.nat(20),
  holidays: fc.nat(20),
  timeOff: fc.nat(20),
  triageDays: fc.nat(20),
  share: fc.constant(1),
})

test('with other figures in their place, terms still lose no more than there is', () => {
  expect(withinDays({ workingDays: 5, holidays: 2, timeOff: 9, triageDays: 3, share: 1 })).toMatchObject({
    holidays: 2,
    timeOff: 3,
    triageDays: 0,
  })
  fc.assert(
    fc.property(counts, (given) => {
      const { workingDays, holidays, timeOff, triageDays } = withinDays(given)
      expect(holidays + timeOff + triageDays).toBeLessThanOrEqual(workingDays)
      const fits = given.holidays + given.timeOff + given.triageDays <= given.workingDays
      if (fits) expect(withinDays(given)).toEqual(given)
    }),
  )
})
