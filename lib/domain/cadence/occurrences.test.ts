import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, isoWeek, weekday } from '#lib/kit/plain-date.ts'
import { type Period, rhythmOf, rhythmText, usualRhythm, whyNotActivity } from './activities.ts'
import { regularityOf, regularityText } from './regularity.ts'
import { openUntil, plannedIn, stateOf, whyNotRecord } from './occurrences.ts'

const from = (day: string, given: Parameters<typeof rhythmOf>[0]): Period => ({
  from: day,
  ...rhythmOf(given),
})
const days = (periods: Period[], a: string, b: string) =>
  plannedIn(periods, { from: a, to: b }, []).map(({ day }) => day)

test('a weekly activity comes once in each ISO week, over the end of a year with 53 weeks', () => {
  const thursdays = days([from('2026-12-01', { every: 'week', day: 4 })], '2026-12-01', '2027-01-15')
  expect(thursdays).toEqual([
    '2026-12-03',
    '2026-12-10',
    '2026-12-17',
    '2026-12-24',
    '2026-12-31',
    '2027-01-07',
    '2027-01-14',
  ])
  expect(thursdays.map(isoWeek).slice(4)).toEqual(['2026-W53', '2027-W01', '2027-W02'])
})

test('every second week is counted from its first day on, wherever one looks from', () => {
  const two = [from('2026-11-30', { every: 'two_weeks', day: 3 })]
  expect(days(two, '2026-11-01', '2026-12-31')).toEqual(['2026-12-02', '2026-12-16', '2026-12-30'])
  expect(days(two, '2026-12-10', '2027-01-20')).toEqual(['2026-12-16', '2026-12-30', '2027-01-13'])
})

test('of months it is the nth or the last such day', () => {
  const last = [from('2026-01-01', { every: 'month', day: 4, nth: 5 })]
  expect(days(last, '2026-10-01', '2027-02-28')).toEqual([
    '2026-10-29',
    '2026-11-26',
    '2026-12-31',
    '2027-01-28',
    '2027-02-25',
  ])
  const first = [from('2026-01-01', { every: 'month', day: 1, nth: 1 })]
  expect(days(first, '2026-12-01', '2027-01-31')).toEqual(['2026-12-07', '2027-01-04'])
})

test('with milestones it comes on their first or last day', () => {
  const box = { id: '1', slug: '18-9', title: '18.9', startOn: '2026-01-10', dueOn: '2026-02-13' }
  const at = (end: 'start' | 'end') =>
    plannedIn(
      [from('2026-01-01', { every: 'milestone', at: end })],
      { from: '2026-01-01', to: '2026-12-31' },
      [box],
    )
  expect(at('start')).toEqual([{ day: '2026-01-10', milestone: box }])
  expect(at('end').map(({ day }) => day)).toEqual(['2026-02-13'])
})

test('another rhythm holds from its day on, and a week has an activity once', () => {
  const moved = [from('2026-01-01', { every: 'week', day: 2 }), from('2026-01-21', { every: 'week', day: 4 })]
  // the Tuesday of the 20th was before the change: its week has it already
  expect(days(moved, '2026-01-12', '2026-02-01')).toEqual(['2026-01-13', '2026-01-20', '2026-01-29'])
})

test('whatever the rhythm, occurrences lie in their span, on their weekday, in order, and no week has two', () => {
  const every = fc.constantFrom('week' as const, 'two_weeks' as const, 'month' as const)
  const day = fc.integer({ min: 1, max: 7 })
  fc.assert(
    fc.property(
      every,
      day,
      fc.integer({ min: 1, max: 5 }),
      fc.nat(800),
      fc.nat(400),
      (how, on, nth, start, length) => {
        const since = addDays('2025-11-01', start)
        const [a, b] = [addDays(since, -40), addDays(since, length)]
        const found = days([from(since, { every: how, day: on, nth })], a, b)
        expect(found.every((one) => one >= since && one <= b && weekday(one) === on)).toBe(true)
        expect(new Set(found.map(isoWeek)).size).toBe(found.length)
        const gaps = found.slice(1).map((one, at) => daysBetween(found[at] ?? one, one))
        const allowed = { week: [7], two_weeks: [14], month: [28, 35] }[how]
        expect(gaps.every((gap) => allowed.includes(gap))).toBe(true)
        const cut = addDays(a, Math.floor((length + 40) / 2))
        const parts = [
          ...days([from(since, { every: how, day: on, nth })], a, cut),
          ...days([from(since, { every: how, day: on, nth })], addDays(cut, 1), b),
        ]
        expect(parts).toEqual(found)
      },
    ),
  )
})

test('an occurrence is coming, open on its day, then missed, unless it was recorded or seen', () => {
  const it = { recorded: null, seen: false, until: '2026-01-06' }
  expect(stateOf('2026-01-06', { ...it, today: '2026-01-05' })).toBe('coming')
  expect(stateOf('2026-01-06', { ...it, today: '2026-01-06' })).toBe('open')
  expect(stateOf('2026-01-06', { ...it, today: '2026-01-07' })).toBe('missed')
  expect(stateOf('2026-01-06', { ...it, today: '2026-01-07', recorded: 'skipped' })).toBe('skipped')
  expect(stateOf('2026-01-06', { ...it, today: '2026-01-07', recorded: 'skipped', seen: true })).toBe(
    'happened',
  )
  expect(openUntil('status_updates', '2026-12-31', true)).toBe('2027-01-03')
  expect(openUntil('milestone_close', '2026-12-31', true)).toBe('2027-01-07')
  expect(openUntil('issue_triage', '2026-12-31', false)).toBe('2026-12-31')
})

test('the owner and the EM record; skipping asks for a reason; what Saydo sees is never ticked', () => {
  const it = {
    state: 'happened' as const,
    note: '',
    day: '2026-01-06',
    today: '2026-01-06',
    planned: true,
    derived: false,
    mine: true,
    leads: false,
  }
  expect(whyNotRecord(it)).toBeNull()
  expect(whyNotRecord({ ...it, mine: false })?.code).toBe('not_yours')
  expect(whyNotRecord({ ...it, mine: false, leads: true })).toBeNull()
  expect(whyNotRecord({ ...it, today: '2026-01-05' })?.code).toBe('not_yet')
  expect(whyNotRecord({ ...it, today: '2026-01-05', state: 'skipped', note: 'A holiday.' })).toBeNull()
  expect(whyNotRecord({ ...it, state: 'skipped', note: ' ' })?.code).toBe('missing')
  expect(whyNotRecord({ ...it, derived: true })?.code).toBe('derived')
  expect(whyNotRecord({ ...it, planned: false })?.code).toBe('no_occurrence')
})

test('regularity says in a sentence how often it happened, and when it stalls', () => {
  const text = (...states: Parameters<typeof regularityOf>[0]) => [
    regularityOf(states).level,
    regularityText(regularityOf(states)),
  ]
  expect(text()).toEqual([null, 'Not due yet.'])
  expect(text('happened', 'happened', 'open', 'coming')).toEqual(['steady', 'Happened all 2 times.'])
  expect(text('happened', 'skipped', 'happened')).toEqual([
    'steady',
    'Happened 2 of the last 3 times: skipped once with a reason.',
  ])
  expect(text('happened', 'missed', 'happened')).toEqual([
    'slipping',
    'Happened 2 of the last 3 times: missed once.',
  ])
  expect(text('happened', 'happened', 'missed', 'missed')[0]).toBe('stalled')
  expect(text('missed')).toEqual([
    'stalled',
    'Has not happened: missed once. Change its rhythm, or remove it.',
  ])
})

test('a rhythm is named as people name it, and a kind begins with its usual one', () => {
  const days = { updateDay: 5, syncDay: 4 }
  expect(rhythmText(usualRhythm('status_updates', days))).toBe('Every Friday')
  expect(rhythmText(usualRhythm('weekly_sync', { ...days, syncDay: null }))).toBe('Every Thursday')
  expect(rhythmText(usualRhythm('shared_review', days))).toBe('Every second Wednesday')
  expect(rhythmText(usualRhythm('retrospective', days))).toBe('The last Thursday of each month')
  expect(rhythmText(usualRhythm('planning', days))).toBe('On the first day of each milestone')
  expect(rhythmText(usualRhythm('milestone_close', days))).toBe('On the last day of each milestone')
})

test('names are not given twice, and what is derived has one activity', () => {
  const others = [{ id: 1, name: 'Updates', kind: 'status_updates' as const }]
  expect(whyNotActivity({ name: 'updates ', kind: 'own' }, others)?.code).toBe('name_taken')
  expect(whyNotActivity({ name: 'More', kind: 'status_updates' }, others)?.code).toBe('kind_taken')
  expect(whyNotActivity({ name: 'More', kind: 'own' }, others)).toBeNull()
  const many = Array.from({ length: 1000 }, (_, id) => ({ id, name: `A ${id}`, kind: 'own' as const }))
  expect(whyNotActivity({ name: 'More', kind: 'own' }, many)?.code).toBe('too_many')
})
