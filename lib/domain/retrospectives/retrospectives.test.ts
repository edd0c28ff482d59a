import { describe, expect, test } from 'vitest'
import { dayIn } from '#lib/kit/zone.ts'
import { isActionDue, isCarriedInto, whyNotAdd, whyNotChange, whyNotTurn } from './actions.ts'
import { issuesIn, type RetrospectiveFacts, withoutIssues } from './facts.ts'
import { daysOfMonth, endedIn, isMonth, monthName, nextMonth, previousMonth, sinceMonth } from './months.ts'
import {
  isAtHand,
  stageOf,
  whyNotBegin,
  whyNotClose,
  whyNotHide,
  whyNotOpen,
  whyNotReopen,
  whyNotReword,
  whyNotVote,
  whyNotWithdraw,
  whyNotWrite,
} from './retrospectives.ts'

describe('a month', () => {
  test('has its days, over leap years and the end of the year', () => {
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(daysOfMonth('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect([nextMonth('2026-12'), previousMonth('2027-01')]).toEqual(['2027-01', '2026-12'])
    expect([nextMonth('2026-01'), previousMonth('2026-03')]).toEqual(['2026-02', '2026-02'])
  })

  test('is written as people write it', () => {
    expect(monthName('2026-11')).toBe('November 2026')
    expect(sinceMonth('2026-10', '2026-12')).toBe('since October')
    expect(sinceMonth('2026-12', '2027-01')).toBe('since December 2026')
    expect(['2026-13', '2026-1', '2026-00', 'x'].filter(isMonth)).toEqual([])
  })

  test('covers the milestones that ended in it, and no shelf', () => {
    const milestone = (title: string, dueOn: string | null, shelf: string | null = null) => ({
      title,
      dueOn,
      shelf,
    })
    const all = [
      milestone('19.7', '2026-12-11'),
      milestone('19.6', '2026-11-13'),
      milestone('19.5b', '2026-11-01'),
      milestone('Backlog', null, 'backlog'),
    ]
    expect(endedIn('2026-11', all).map(({ title }) => title)).toEqual(['19.5b', '19.6'])
    expect(endedIn('2026-10', all)).toEqual([])
  })

  test('is that of the group, from eleven hours behind to fourteen ahead, over a change of the clocks', () => {
    const at = (zone: string, instant: string) => isAtHand('2026-12', dayIn(zone, instant))
    expect(at('Pacific/Kiritimati', '2026-11-30T09:59:00Z')).toBe(false)
    expect(at('Pacific/Kiritimati', '2026-11-30T10:00:00Z')).toBe(true)
    expect(at('Pacific/Niue', '2026-12-01T10:59:00Z')).toBe(false)
    expect(at('Pacific/Niue', '2026-12-01T11:00:00Z')).toBe(true)
    // Lisbon is an hour ahead of UTC in summer
    const november = (instant: string) => isAtHand('2026-04', dayIn('Europe/Lisbon', instant))
    expect(november('2026-03-31T22:59:00Z')).toBe(false)
    expect(november('2026-03-31T23:00:00Z')).toBe(true)
  })
})

describe('a retrospective', () => {
  test('goes from its start over the opening to its minutes', () => {
    expect(stageOf({ begun: false, opened: false, closed: false })).toBe('not_begun')
    expect(stageOf({ begun: true, opened: false, closed: false })).toBe('writing')
    expect(stageOf({ begun: true, opened: true, closed: false })).toBe('open')
    expect(stageOf({ begun: true, opened: true, closed: true })).toBe('closed')
  })

  test('begins once, in its month or within a year of it', () => {
    const begin = (month: string, stage: 'not_begun' | 'writing' = 'not_begun') =>
      whyNotBegin(month, { stage, today: '2027-01-05' })?.code ?? null
    expect(begin('2027-01')).toBeNull()
    expect(begin('2026-12')).toBeNull()
    expect(begin('2026-01')).toBeNull()
    expect(begin('2025-12')).toBe('month_over')
    expect(begin('2027-02')).toBe('month_ahead')
    expect(begin('2027-01', 'writing')).toBe('begun')
    expect(isAtHand('2026-12', '2027-01-05')).toBe(true)
    expect(isAtHand('2026-11', '2027-01-05')).toBe(false)
  })

  test('takes points until it is closed; thanks name another person, and no other point does', () => {
    const write = (given: Partial<Parameters<typeof whyNotWrite>[0]>) =>
      whyNotWrite({ stage: 'writing', text: 'Reviews.', kind: 'well', to: 'none', written: 0, ...given })
        ?.code ?? null
    expect(write({})).toBeNull()
    expect(write({ stage: 'not_begun' })).toBeNull()
    expect(write({ stage: 'closed' })).toBe('closed')
    expect(write({ text: ' ' })).toBe('missing')
    expect(write({ kind: 'thanks' })).toBe('no_person')
    expect(write({ kind: 'thanks', to: 'me' })).toBe('own_thanks')
    expect(write({ kind: 'thanks', to: 'another' })).toBeNull()
    expect(write({ to: 'another' })).toBe('no_thanks')
    expect(write({ written: 100 })).toBe('too_many')
  })

  test('lets the writer reword a hidden point, and withdraw one without a vote', () => {
    expect(whyNotReword({ stage: 'writing', mine: true })).toBeNull()
    expect(whyNotReword({ stage: 'writing', mine: false })?.code).toBe('not_yours')
    expect(whyNotReword({ stage: 'open', mine: true })?.code).toBe('opened')
    expect(whyNotWithdraw({ stage: 'open', mine: true, votes: 0 })).toBeNull()
    expect(whyNotWithdraw({ stage: 'open', mine: true, votes: 1 })?.code).toBe('voted')
    expect(whyNotWithdraw({ stage: 'open', mine: false, votes: 0 })?.code).toBe('not_yours')
    expect(whyNotWithdraw({ stage: 'closed', mine: true, votes: 0 })?.code).toBe('closed')
  })

  test('is opened with points in it, voted on while it is open, and closed after that', () => {
    expect(whyNotOpen({ stage: 'writing', points: 1 })).toBeNull()
    expect(whyNotOpen({ stage: 'writing', points: 0 })?.code).toBe('not_begun')
    expect(whyNotOpen({ stage: 'open', points: 1 })?.code).toBe('opened')
    expect(whyNotVote({ stage: 'open', kind: 'well' })).toBeNull()
    expect(whyNotVote({ stage: 'open', kind: 'thanks' })?.code).toBe('thanks')
    expect(whyNotVote({ stage: 'writing', kind: 'well' })?.code).toBe('hidden')
    expect(whyNotVote({ stage: 'closed', kind: 'well' })?.code).toBe('closed')
    expect(whyNotClose('open')).toBeNull()
    expect(whyNotClose('writing')?.code).toBe('hidden')
    expect(whyNotClose('closed')?.code).toBe('closed')
    expect([whyNotReopen('closed'), whyNotReopen('open')?.code]).toEqual([null, 'opened'])
  })

  test('hides what was opened by mistake, but not once people have answered', () => {
    expect(whyNotHide({ stage: 'open', votes: 0, actions: 0 })).toBeNull()
    expect(whyNotHide({ stage: 'open', votes: 1, actions: 0 })?.code).toBe('answered')
    expect(whyNotHide({ stage: 'open', votes: 0, actions: 1 })?.code).toBe('answered')
    expect(whyNotHide({ stage: 'closed', votes: 0, actions: 0 })?.code).toBe('closed')
  })
})

describe('an action', () => {
  const at = (day: string) => new Date(`${day}T12:00:00Z`)

  test('is agreed on while the points are open, with a day that is not over', () => {
    const add = (given: Partial<Parameters<typeof whyNotAdd>[0]>) =>
      whyNotAdd({ stage: 'open', text: 'A', dueOn: '2026-12-01', today: '2026-12-01', known: 0, ...given })
        ?.code ?? null
    expect(add({})).toBeNull()
    expect(add({ stage: 'writing' })).toBe('hidden')
    expect(add({ stage: 'closed' })).toBe('closed')
    expect(add({ dueOn: '2026-11-30' })).toBe('day_over')
    expect(add({ known: 100 })).toBe('too_many')
  })

  test('stands in each later retrospective until it is over', () => {
    const action = { month: '2026-10', createdAt: at('2026-11-02'), endedAt: null as Date | null }
    const november = { month: '2026-11', begunAt: at('2026-11-25'), closedAt: null as Date | null }
    expect(isCarriedInto(action, november)).toBe(true)
    expect(isCarriedInto(action, { ...november, month: '2026-09' })).toBe(false)
    expect(isCarriedInto(action, { ...november, month: '2027-01', begunAt: null })).toBe(true)
    expect(isCarriedInto({ ...action, endedAt: at('2026-11-20') }, november)).toBe(false)
    expect(isCarriedInto({ ...action, endedAt: at('2026-11-26') }, november)).toBe(true)
    expect(
      isCarriedInto({ ...action, createdAt: at('2026-12-20') }, { ...november, closedAt: at('2026-12-01') }),
    ).toBe(false)
  })

  test('is due in the morning of its day, and while it is open', () => {
    const due = (today: string, time: string, state: 'open' | 'done' = 'open') =>
      isActionDue({ state, dueOn: '2026-12-31' }, { today, time })
    expect(due('2026-12-30', '23:59')).toBe(false)
    expect(due('2026-12-31', '07:59')).toBe(false)
    expect(due('2026-12-31', '08:00')).toBe(true)
    expect(due('2027-01-01', '00:00')).toBe(true)
    expect(due('2026-12-31', '08:00', 'done')).toBe(false)
  })

  test('is changed while it is open, and finished, dropped and reopened', () => {
    const change = (state: 'open' | 'done', to: string) =>
      whyNotChange({ state, text: 'A', dueOn: { from: '2026-11-01', to }, today: '2026-12-01' })?.code ?? null
    expect(change('open', '2026-11-01')).toBeNull()
    expect(change('open', '2026-11-02')).toBe('day_over')
    expect(change('done', '2026-12-02')).toBe('ended')
    expect(whyNotTurn('open', 'done')).toBeNull()
    expect(whyNotTurn('done', 'open')).toBeNull()
    expect(whyNotTurn('done', 'done')?.code).toBe('same')
    expect(whyNotTurn('done', 'dropped')?.code).toBe('ended')
  })
})

test('what a reader may not see is left out of the facts, and the sums stay', () => {
  const work = (ref: number) => ({ ref, title: `T${ref}`, weight: 1 })
  const facts: RetrospectiveFacts = {
    milestones: [
      {
        slug: 'a',
        title: 'A',
        dueOn: '2026-11-13',
        settled: true,
        assigned: 2,
        completed: 1,
        reprioritised: 0,
        shipped: [work(1)],
        slipped: [{ ...work(2), reason: 'blocked', text: '', destination: null }],
        notShown: 0,
      },
    ],
    pushBacks: [{ id: 9, kind: 'issue', key: '3', title: 'T3', state: 'accepted', reason: 'R' }],
    calibration: [],
    help: { raised: 0, helped: 0, medianMinutes: null },
    cadence: [],
  }
  expect(issuesIn(facts)).toEqual([1, 2, 3])
  const { milestones, pushBacks } = withoutIssues(facts, new Set([2, 3]))
  expect(milestones).toMatchObject([
    { assigned: 2, completed: 1, notShown: 1, slipped: [], shipped: [work(1)] },
  ])
  expect(pushBacks).toEqual([])
})
