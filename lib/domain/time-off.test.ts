import { assert, boolean, integer, pre, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekday } from '#lib/kit/plain-date.ts'
import {
  awayOn,
  daysAway,
  halvesOf,
  isShortNotice,
  joined,
  overlaps,
  type TimeOffDays,
  timeOffWarnings,
  uncoveredText,
  whyNotDays,
  whyNotOverlap,
  whyNotTimeOffOf,
} from './time-off.ts'
import { because } from './testing/because.ts'

const whole = (fromOn: string, toOn = fromOn): TimeOffDays => ({
  fromOn,
  toOn,
  fromNoon: false,
  untilNoon: false,
})
const afternoon = (day: string) => ({ ...whole(day), fromNoon: true })
const morning = (day: string) => ({ ...whole(day), untilNoon: true })
const monToFri = (day: string) => (weekday(day) > 5 ? 0 : 1)

const entry = record({
  start: integer({ min: 0, max: 400 }),
  length: integer({ min: 0, max: 20 }),
  fromNoon: boolean(),
  untilNoon: boolean(),
}).map(({ start, length, ...halves }): TimeOffDays => {
  const fromOn = addDays('2026-01-01', start)
  const days = { ...halves, fromOn, toOn: addDays(fromOn, length) }
  return whyNotDays(days) ? { ...days, untilNoon: false } : days
})

describe('half days', () => {
  test('a morning and an afternoon of one day do not overlap, a whole day overlaps both', () => {
    expect(overlaps(morning('2026-12-24'), afternoon('2026-12-24'))).toBe(false)
    expect(overlaps(whole('2026-12-24'), afternoon('2026-12-24'))).toBe(true)
    expect(overlaps(whole('2026-12-23'), whole('2026-12-24'))).toBe(false)
  })

  test('a day is away as a whole, by half, or not', () => {
    const days = { ...whole('2026-12-21', '2026-12-23'), fromNoon: true }
    expect(['2026-12-20', '2026-12-21', '2026-12-22', '2026-12-24'].map((day) => awayOn(days, day))).toEqual([
      0, 0.5, 1, 0,
    ])
    expect(awayOn(morning('2026-12-24'), '2026-12-24')).toBe(0.5)
  })

  test('the days of an entry sum up to its half days', () => {
    assert(
      property(entry, (days) => {
        const { from, to } = halvesOf(days)
        expect(daysAway(days, () => 1) * 2).toBe(to - from)
      }),
    )
  })

  test('whether two overlap is the same from both sides, and what a shared day says', () => {
    assert(
      property(entry, entry, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a))
        const [x, y] = [halvesOf(a), halvesOf(b)]
        const shared = Array.from({ length: x.to - x.from }, (_, at) => x.from + at)
        expect(overlaps(a, b)).toBe(shared.some((half) => y.from <= half && half < y.to))
      }),
    )
  })
})

describe('joined entries', () => {
  test('cover both, and of what overlaps no day more', () => {
    assert(
      property(entry, entry, (a, b) => {
        const all = joined(a, [b])
        expect(halvesOf(all).from).toBe(Math.min(halvesOf(a).from, halvesOf(b).from))
        expect(halvesOf(all).to).toBe(Math.max(halvesOf(a).to, halvesOf(b).to))
        pre(overlaps(a, b))
        for (let day = all.fromOn; day <= all.toOn; day = addDays(day, 1))
          expect(awayOn(all, day)).toBeLessThanOrEqual(awayOn(a, day) + awayOn(b, day))
      }),
    )
  })

  test('an entry with nothing to join stays as it is', () => {
    assert(
      property(entry, (days) => {
        expect(joined(days, [])).toEqual(days)
      }),
    )
  })
})

describe('working days', () => {
  test('weekends cost nothing, half days a half', () => {
    expect(daysAway(whole('2026-12-18', '2026-12-21'), monToFri)).toBe(2)
    expect(daysAway({ ...whole('2026-12-18', '2026-12-21'), fromNoon: true }, monToFri)).toBe(1.5)
    expect(daysAway(whole('2026-12-19', '2026-12-20'), monToFri)).toBe(0)
  })

  test('one more day away costs exactly that day', () => {
    assert(
      property(entry, (days) => {
        const next = addDays(days.toOn, 1)
        const longer = { ...days, toOn: next, untilNoon: false }
        const rest = days.untilNoon ? monToFri(days.toOn) / 2 : 0
        expect(daysAway(longer, monToFri)).toBe(daysAway(days, monToFri) + rest + monToFri(next))
      }),
    )
  })

  test('a range of a weekend is accepted and says that it holds no working day', () => {
    expect(timeOffWarnings({ joined: [], days: 0 }).map(({ because }) => because)).toEqual([
      'No working days in it.',
    ])
    expect(timeOffWarnings({ joined: [whole('2026-12-21', '2026-12-24')], days: 4 })[0]?.because).toBe(
      'Joined with 21 – 24 Dec.',
    )
  })
})

describe('refusals', () => {
  test('say what is wrong with the days', () => {
    expect(whyNotDays(whole('2026-12-24', '2026-12-23'))?.code).toBe('ends_before_start')
    expect(whyNotDays({ ...morning('2026-12-24'), fromNoon: true })?.code).toBe('no_time_left')
    expect(whyNotDays(whole('2026-01-01', '2027-01-01'))).toBeNull()
    expect(whyNotDays(whole('2026-01-01', '2027-01-02'))?.code).toBe('time_off_too_long')
  })

  test('of another kind say when the person is away, never why', () => {
    const wanted = { ...whole('2026-12-24'), kind: 'vacation' as const }
    const sick = { ...whole('2026-12-21', '2026-12-24'), kind: 'sick' as const }
    expect(whyNotOverlap(wanted, [sick], 'Julie Huang')?.because).toBe(
      'Julie Huang is already away 21 – 24 Dec. Change that entry.',
    )
    expect(whyNotOverlap(wanted, [{ ...sick, kind: 'vacation' }], 'Julie Huang')).toBeNull()
    expect(whyNotOverlap({ ...wanted, ...whole('2026-12-25') }, [sick], 'Julie Huang')).toBeNull()
  })

  test('of a stakeholder say who has time off in a group', () => {
    const name = 'Sample stakeholder'
    expect(whyNotTimeOffOf({ name, roles: ['stakeholder'], admin: true })?.code).toBe('has_no_time_off')
    expect(whyNotTimeOffOf({ name, roles: ['staff_engineer'], admin: false })).toBeNull()
  })
})

describe('short notice', () => {
  const boxes = [
    { startOn: '2026-12-12', dueOn: '2027-01-15' },
    { startOn: null, dueOn: null },
    { startOn: '2026-11-14', dueOn: '2026-12-11' },
  ]

  test('is time off entered after the milestone before had started', () => {
    expect(isShortNotice('2026-11-14', { fromOn: '2026-12-12' }, boxes)).toBe(false)
    expect(isShortNotice('2026-11-15', { fromOn: '2027-01-15' }, boxes)).toBe(true)
  })

  test('is four weeks where no milestone comes before', () => {
    expect(isShortNotice('2026-10-19', { fromOn: '2026-11-16' }, boxes)).toBe(false)
    expect(isShortNotice('2026-10-20', { fromOn: '2026-11-16' }, boxes)).toBe(true)
    expect(isShortNotice('2027-05-01', { fromOn: '2027-07-01' }, boxes)).toBe(false)
  })
})

test('work needs cover where its DRI is away for more than a working day', () => {
  expect(uncoveredText({ from: '2026-12-04', to: '2026-12-06' })).toBeNull()
  expect(uncoveredText({ from: '2026-12-04', to: '2026-12-07' })).toBe(
    'Its DRI is away 4 – 7 Dec, without cover.',
  )
})

test('days that cannot be time off say how they can be', () => {
  expect(because(whyNotDays(whole('2026-12-24', '2026-12-23')))).toBe(
    'The last day must be on or after the first.',
  )
  const neither = { ...whole('2026-12-24'), fromNoon: true, untilNoon: true }
  expect(because(whyNotDays(neither))).toBe('Choose the morning or the afternoon of a day, not neither.')
  expect(whyNotDays({ ...neither, toOn: '2026-12-25' }), 'over two days each half is left').toBeNull()
  expect(
    whyNotDays(whole('2026-01-01', '2027-01-01')),
    'a year and the day on which it begins anew',
  ).toBeNull()
  expect(because(whyNotDays(whole('2026-01-01', '2027-01-02')))).toBe(
    'An entry covers at most a year. Split it into several.',
  )
})
