import { assert, constantFrom, date, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { daysOfIsoWeek, lastDayOf, previousIsoWeek } from '#lib/kit/iso-week.ts'
import { addDays, isoWeek } from '#lib/kit/plain-date.ts'
import { atTime, clockIn, dayIn, endOfDay } from '#lib/kit/zone.ts'
import {
  dueOn,
  headedOn,
  isAwayAllWeek,
  isAwayOn,
  phaseOf,
  reminderDue,
  standingOf,
  whyNotInWeek,
  whyNotPost,
} from './owed.ts'

/** From 11 hours behind to 14 ahead of UTC, with summer times of both halves of the world. */
const ZONES = [
  'Pacific/Pago_Pago',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'UTC',
  'Europe/Lisbon',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
]
const zone = constantFrom(...ZONES)
const moment = date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const weekdayOf = integer({ min: 1, max: 7 })
const wallIn = (name: string, at: Date) => ({ today: dayIn(name, at), time: clockIn(name, at) })

test('each moment lies in exactly one running week of a zone, which ends on its Sunday at 24:00', () => {
  assert(
    property(zone, moment, (name, at) => {
      const today = dayIn(name, at)
      const week = isoWeek(today)
      expect(phaseOf(week, today)).toBe('running')
      expect(phaseOf(previousIsoWeek(week), today)).toBe('over')
      const end = endOfDay(name, lastDayOf(week))
      expect(end > at).toBe(true)
      expect(phaseOf(week, dayIn(name, new Date(end.getTime() - 1)))).toBe('running')
      expect(phaseOf(week, dayIn(name, end))).toBe('over')
    }),
  )
})

test('the year 2026 has a week 53, in which updates can be posted until 3 January', () => {
  expect(phaseOf('2026-W53', '2026-12-27')).toBe('ahead')
  expect(phaseOf('2026-W53', '2026-12-28')).toBe('running')
  expect(phaseOf('2026-W53', '2027-01-03')).toBe('running')
  expect(phaseOf('2026-W53', '2027-01-04')).toBe('over')
  expect(dueOn('2026-W53', 5)).toBe('2027-01-01')
  expect(whyNotInWeek('2026-W53', '2027-01-04')?.because).toBe(
    'Updates of week 53 can no longer be changed. It is week 1.',
  )
  expect(whyNotInWeek('2026-W53', '2026-12-27')?.because).toBe('Week 53 has not begun. It is week 52.')
  expect(whyNotInWeek('2026-W53', '2027-01-01')).toBeNull()
})

test('updates are due on the day of the week that the group has chosen, always within the week', () => {
  assert(
    property(moment, weekdayOf, (at, day) => {
      const week = isoWeek(dayIn('UTC', at))
      expect(isoWeek(dueOn(week, day))).toBe(week)
      expect(dueOn(week, day)).toBe(daysOfIsoWeek(week)[day - 1])
    }),
  )
  expect(() => dueOn('2026-W48', 8)).toThrow('8 is not a day')
})

test('above the update stands today until it is due, then the day on which it was', () => {
  expect(headedOn('2026-W48', 5, '2026-11-26')).toBe('2026-11-26')
  expect(headedOn('2026-W48', 5, '2026-11-29')).toBe('2026-11-27')
  expect(headedOn('2026-W48', 5, '2026-12-08')).toBe('2026-11-27')
  expect(headedOn('2026-W48', 5, '2026-11-20')).toBe('2026-11-27')
})

test('one reminder is due on the day, from nine o’clock of the group, and a second one on the day after', () => {
  const at = (today: string, time: string) => reminderDue(5, { today, time })
  expect(at('2026-11-26', '12:00')).toBeNull()
  expect(at('2026-11-27', '08:59')).toBeNull()
  expect(at('2026-11-27', '09:00')).toEqual({ week: '2026-W48', again: false })
  expect(at('2026-11-28', '09:00')).toEqual({ week: '2026-W48', again: true })
  expect(at('2026-11-29', '09:00')).toBeNull()
})

test('in every zone and over each change of clocks, a week has at most two reminders, on two days that follow', () => {
  assert(
    property(zone, moment, weekdayOf, (name, at, day) => {
      const week = isoWeek(dayIn(name, at))
      const due = daysOfIsoWeek(week).flatMap((today) => {
        const noon = atTime(name, today, '12:00')
        const reminder = reminderDue(day, wallIn(name, noon))
        return reminder ? [{ today, ...reminder }] : []
      })
      const first = { today: dueOn(week, day), week, again: false }
      const second = { today: addDays(dueOn(week, day), 1), week, again: true }
      expect(due).toEqual(day === 7 ? [first] : [first, second])
      expect(reminderDue(day, wallIn(name, atTime(name, first.today, '08:59')))).toBeNull()
    }),
  )
})

const OFFICE = (day: string) => (['Sat', 'Sun'].includes(nameOf(day)) ? 0 : 1)
const nameOf = (day: string) =>
  new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }).format(new Date(day))
const off = (fromOn: string, toOn: string, fromNoon = false, untilNoon = false) => ({
  fromOn,
  toOn,
  fromNoon,
  untilNoon,
})

test('who is away from Monday to Friday is away all week, and a day short of it is not', () => {
  const week = '2026-W48'
  expect(isAwayAllWeek({ workOn: OFFICE, timeOff: [off('2026-11-23', '2026-11-27')] }, week)).toBe(true)
  expect(isAwayAllWeek({ workOn: OFFICE, timeOff: [off('2026-11-23', '2026-11-26')] }, week)).toBe(false)
  expect(
    isAwayAllWeek({ workOn: OFFICE, timeOff: [off('2026-11-23', '2026-11-27', false, true)] }, week),
  ).toBe(false)
  expect(isAwayAllWeek({ workOn: OFFICE, timeOff: [] }, week)).toBe(false)
})

test('holidays, days without work and two halves of a day close the gaps between times off', () => {
  const week = '2026-W53'
  const holiday = (day: string) => (day === '2027-01-01' ? 0 : OFFICE(day))
  expect(isAwayAllWeek({ workOn: holiday, timeOff: [off('2026-12-28', '2026-12-31')] }, week)).toBe(true)
  const halves = [off('2026-12-28', '2026-12-30', false, true), off('2026-12-30', '2026-12-31', true)]
  expect(isAwayAllWeek({ workOn: holiday, timeOff: halves }, week)).toBe(true)
  expect(isAwayAllWeek({ workOn: () => 0, timeOff: [] }, week)).toBe(true)
})

test('who works mornings alone is away on a day whose morning is off', () => {
  expect(
    isAwayOn({ workOn: () => 0.5, timeOff: [off('2026-11-24', '2026-11-24', false, true)] }, '2026-11-24'),
  ).toBe(true)
  expect(
    isAwayOn({ workOn: () => 1, timeOff: [off('2026-11-24', '2026-11-24', false, true)] }, '2026-11-24'),
  ).toBe(false)
  expect(isAwayOn({ workOn: () => 0, timeOff: [] }, '2026-11-28')).toBe(false)
})

test('a DRI owes until each active subject has its update; away all week they owe none', () => {
  expect(standingOf({ subjects: 3, posted: 2, away: false })).toBe('owes')
  expect(standingOf({ subjects: 3, posted: 3, away: false })).toBe('posted')
  expect(standingOf({ subjects: 3, posted: 0, away: true })).toBe('away')
  expect(standingOf({ subjects: 3, posted: 3, away: true })).toBe('posted')
})

test('the DRI posts the update, and its author may change it; others are told whose it is', () => {
  const dri = { name: 'Julie Huang' }
  expect(whyNotPost({ dri, mine: true, wrote: false })).toBeNull()
  expect(whyNotPost({ dri, mine: false, wrote: true })).toBeNull()
  expect(whyNotPost({ dri, mine: false, wrote: false })?.because).toBe(
    'Julie Huang is the DRI and posts its update.',
  )
  expect(whyNotPost({ dri: null, mine: false, wrote: false })?.code).toBe('not_its_dri')
})
