import { describe, expect, test } from 'vitest'

import {
  progressOf,
  whyClose,
  whyNotTechLead,
  whyReopen,
  whyNotCloseEpic,
  whyNotReopenEpic,
} from './epics.ts'

const open = (weight: number | null = null) => ({ state: 'open' as const, weight })
const closed = (weight: number | null = null) => ({ state: 'closed' as const, weight })

test('progress is told by count and by weight, with the unweighted beside it', () => {
  expect(progressOf([closed(3), closed(1), open(4), open()])).toEqual({
    count: { done: 2, total: 4, ratio: 0.5 },
    weight: { done: 4, total: 8, ratio: 0.5 },
    unweighted: 1,
  })
})

test('an epic without issues, or without weights, has no ratio rather than a perfect one', () => {
  expect(progressOf([]).count).toEqual({ done: 0, total: 0, ratio: null })
  expect(progressOf([closed()]).weight.ratio).toBeNull()
  expect(progressOf([closed()]).count.ratio).toBe(1)
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
  expect(whyReopen([closed(), open()])).toBe('It has an open issue again.')
  expect(whyReopen([open(), open()])).toBe('It has 2 open issues again.')
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
      '2 issues of it are open: close them or take them out first.',
    )
    expect(whyNotCloseEpic({ closed: false, open: 1 })?.because).toMatch('An issue of it is open')
    expect(whyNotCloseEpic({ closed: false, open: 0 })).toBeNull()
    expect(whyNotCloseEpic({ closed: true, open: 0 })?.code).toBe('closed')
  })

  test('is not opened while all of its scope is done', () => {
    expect(whyNotReopenEpic({ closed: true, total: 3 })?.because).toMatch('it opens by itself')
    expect(whyNotReopenEpic({ closed: true, total: 0 })).toBeNull()
    expect(whyNotReopenEpic({ closed: false, total: 0 })?.code).toBe('open')
  })
})
