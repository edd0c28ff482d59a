import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  progressOf,
  whyClose,
  whyNotTechLead,
  whyReopen,
  whyNotCloseEpic,
  whyNotReopenEpic,
  whyNotLead,
} from './epics.ts'
import { CLOSE_REASONS } from './issues.ts'
import type { CloseReason } from './issues.ts'
import { because } from './testing/because.ts'

const planned = { labels: [], milestone: { kind: 'timebox' as const }, split: false }
const open = (weight: number | null = null) => ({
  ...planned,
  state: 'open' as const,
  closeReason: null,
  weight,
})
const closed = (weight: number | null = null, closeReason: CloseReason = 'done') => ({
  ...planned,
  state: 'closed' as const,
  closeReason,
  weight,
})

test('progress is told by count and by weight, with the unweighted beside it', () => {
  expect(progressOf([closed(3), closed(1), open(4), open()])).toEqual({
    total: 4,
    open: 2,
    done: 2,
    dropped: 0,
    weight: 8,
    weightDone: 4,
    unweighted: 1,
  })
})

test('what was closed otherwise is neither done nor open, and weighs nothing', () => {
  const others = (['duplicate', 'moved', 'wont_do'] as const).map((reason) => closed(5, reason))
  expect(progressOf([...others, open(2)])).toMatchObject({
    total: 4,
    open: 1,
    done: 0,
    dropped: 3,
    weight: 2,
  })
})

test('six split into three and three is nothing done of six, also while the original is open', () => {
  const pieces = [open(3), open(3)]
  expect(progressOf([{ ...closed(6, 'moved'), split: true }, ...pieces])).toMatchObject({
    open: 2,
    done: 0,
    weight: 6,
    weightDone: 0,
  })
  expect(progressOf([{ ...open(6), split: true }, ...pieces])).toMatchObject({ done: 0, weight: 6 })
})

const issue = fc.oneof(
  fc.option(fc.nat(9)).map((weight) => open(weight)),
  fc.tuple(fc.nat(9), fc.constantFrom(...CLOSE_REASONS)).map(([weight, reason]) => closed(weight, reason)),
)

test('done, open and neither are all there is, and no more weight is done than there is', () => {
  fc.assert(
    fc.property(fc.array(issue), (issues) => {
      const { total, open, done, dropped, weight, weightDone } = progressOf(issues)
      expect(open + done + dropped).toBe(total)
      expect(total).toBe(issues.length)
      expect(weightDone).toBeLessThanOrEqual(weight)
    }),
  )
})

test('when the last issue closes, the epic closes and says why', () => {
  expect(whyClose([closed(), closed()])).toBe('All of its issues are closed.')
  expect(whyClose([closed()])).toBe('Its only issue is closed.')
  expect(whyClose([closed(), open()])).toBeNull()
})

test('an epic without issues stays open: it has not begun', () => {
  expect(whyClose([])).toBeNull()
})

test('open work in a closed epic opens it again', () => {
  expect(whyReopen([closed(), open()])).toBe('It has an open issue.')
  expect(whyReopen([open(), open()])).toBe('It has 2 open issues.')
  expect(whyReopen([closed()])).toBeNull()
})

test('the tech lead is an engineer', () => {
  expect(whyNotTechLead(['engineer'])).toBeNull()
  expect(whyNotTechLead(['staff_engineer'])).toBeNull()
  expect(whyNotTechLead(['pm', 'stakeholder'])?.code).toBe('not_an_engineer')
})

describe('an epic that is closed or opened by hand', () => {
  test('is not closed while anything of its scope is open', () => {
    expect(whyNotCloseEpic({ closed: false, open: 2 })?.because).toBe(
      '2 issues are open. Close or remove them first.',
    )
    expect(whyNotCloseEpic({ closed: false, open: 1 })?.because).toMatch(
      '1 issue is open. Close or remove it first.',
    )
    expect(whyNotCloseEpic({ closed: false, open: 0 })).toBeNull()
    expect(whyNotCloseEpic({ closed: true, open: 0 })?.code).toBe('closed')
  })

  test('is not opened while all of its scope is done', () => {
    expect(whyNotReopenEpic({ closed: true, total: 3 })?.because).toMatch(
      'All issues are closed. Add or reopen one, and the epic reopens automatically.',
    )
    expect(whyNotReopenEpic({ closed: true, total: 0 })).toBeNull()
    expect(whyNotReopenEpic({ closed: false, total: 0 })?.code).toBe('open')
  })
})

describe('what is refused of an epic', () => {
  test('counts what is open, and says what opens a complete one again', () => {
    expect(because(whyNotCloseEpic({ closed: true, open: 0 }))).toBe('This epic is already closed.')
    expect(because(whyNotCloseEpic({ closed: false, open: 1 }))).toBe(
      '1 issue is open. Close or remove it first.',
    )
    expect(because(whyNotCloseEpic({ closed: false, open: 3 }))).toBe(
      '3 issues are open. Close or remove them first.',
    )
    expect(because(whyNotReopenEpic({ closed: false, total: 3 }))).toBe('This epic is already open.')
    expect(because(whyNotReopenEpic({ closed: true, total: 3 }))).toBe(
      'All issues are closed. Add or reopen one, and the epic reopens automatically.',
    )
    expect(whyNotReopenEpic({ closed: true, total: 0 })).toBeNull()
  })

  test('another tech lead is named with context, the first one without', () => {
    const lead = { id: 'julie', name: 'Julie Huang' }
    const change = { lead, to: true, me: 'julie', em: false, asked: null }
    expect(whyNotLead({ ...change, lead: null })).toBeNull()
    expect(because(whyNotLead(change))).toBe('Julie Huang is the tech lead. Hand the epic over with context.')
    expect(because(whyNotLead({ ...change, to: false, me: 'cindy' }))).toBe(
      'Julie Huang is the tech lead. Only they or the engineering manager can end that.',
    )
    expect(whyNotLead({ ...change, to: false, me: 'mohamed', em: true })).toBeNull()
    expect(because(whyNotLead({ ...change, to: false, asked: 'Cindy Halim' }))).toBe(
      'A hand-over to Cindy Halim is pending. Withdraw it first.',
    )
  })
})
