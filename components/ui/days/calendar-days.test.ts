import { expect, test } from 'vitest'

import { monthsAway, weeksOf } from './calendar-days.ts'

test('a month is six weeks from a Monday, and holds all of its days', () => {
  const weeks = weeksOf('2026-02-14')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]?.[0]).toBe('2026-01-26')
  expect(weeks.flat()).toContain('2026-02-28')
})

test('a month further keeps the day, or takes the last of a shorter one', () => {
  expect(monthsAway('2026-11-14', 2)).toBe('2027-01-14')
  expect(monthsAway('2026-01-14', -1)).toBe('2025-12-14')
  expect(monthsAway('2026-01-31', 1)).toBe('2026-02-28')
  expect(monthsAway('2028-01-31', 1)).toBe('2028-02-29')
})
