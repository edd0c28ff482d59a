import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { isNews, nextVisit, type Visit } from './briefs.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MONDAY = Date.parse('2026-01-05T09:00:00Z')

test('the first look has nothing before it, and a look within the hour goes on with it', () => {
  const first = nextVisit(null, MONDAY)
  expect(first).toEqual({ since: null, at: MONDAY })
  expect(nextVisit(first, MONDAY + 59 * MINUTE)).toEqual({ since: null, at: MONDAY + 59 * MINUTE })
})

test('a reload does not lose what was new: only a look an hour later asks what came since the last', () => {
  const first = nextVisit(null, MONDAY)
  const next = nextVisit(first, MONDAY + 24 * HOUR)
  expect(next).toEqual({ since: MONDAY, at: MONDAY + 24 * HOUR })
  expect(nextVisit(next, MONDAY + 24 * HOUR + MINUTE).since).toBe(MONDAY)
})

test('whenever a person looks, a visit follows the one before, and no look is forgotten', () => {
  const gaps = array(integer({ min: 0, max: 3 * HOUR }), { minLength: 1, maxLength: 40 })
  assert(
    property(gaps, (steps) => {
      let visit: Visit | null = null
      let now = MONDAY
      for (const gap of steps) {
        now += gap
        const next: Visit = nextVisit(visit, now)
        expect(next.at).toBe(now)
        expect(next.since === null || next.since < now).toBe(true)
        if (visit !== null) expect([visit.since, visit.at]).toContain(next.since)
        visit = next
      }
    }),
  )
})

test('a clock that was set back neither begins a visit nor takes one back', () => {
  const visit = { since: null, at: MONDAY }
  expect(nextVisit(visit, MONDAY - 5 * HOUR)).toEqual(visit)
})

test('labels are news where they say the state or the promise', () => {
  const label = (meaning: string | null) => ({ id: '1', title: 'x', meaning })
  expect(isNews('issue.labels_changed', { added: [label('deliverable')], removed: [] })).toBe(true)
  expect(isNews('issue.labels_changed', { added: [], removed: [label('workflow.blocked')] })).toBe(true)
  expect(isNews('issue.labels_changed', { added: [label('severity.1')], removed: [label(null)] })).toBe(false)
  expect(isNews('issue.closed', {})).toBe(true)
})
