import { expect, test } from 'vitest'
import { isOverdue } from './overdue.ts'

const ended = { kind: 'timebox', dueOn: '2026-12-11', closedAt: null } as const

test('the engineering manager is reminded on the morning after the last day', () => {
  expect(isOverdue(ended, { today: '2026-12-11', time: '23:59' })).toBe(false)
  expect(isOverdue(ended, { today: '2026-12-12', time: '07:59' })).toBe(false)
  expect(isOverdue(ended, { today: '2026-12-12', time: '08:00' })).toBe(true)
  expect(isOverdue(ended, { today: '2026-12-13', time: '00:10' })).toBe(true)
})

test('what is closed, is a shelf, or ended weeks ago asks for nothing', () => {
  const later = { today: '2026-12-14', time: '12:00' }
  expect(isOverdue({ ...ended, closedAt: '2026-12-12T09:00:00Z' }, later)).toBe(false)
  expect(isOverdue({ kind: 'shelf', dueOn: null, closedAt: null }, later)).toBe(false)
  expect(isOverdue(ended, { today: '2027-01-08', time: '12:00' })).toBe(true)
  expect(isOverdue(ended, { today: '2027-01-09', time: '12:00' })).toBe(false)
})
