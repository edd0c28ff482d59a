import { expect, test } from 'vitest'

import { hasExpired } from './expiry.ts'

const at = (today: string, time = '08:00') => ({ today, time })

test('an answer has expired from the morning after its last day on', () => {
  expect(hasExpired('2026-01-06', at('2026-01-06', '23:59'))).toBe(false)
  expect(hasExpired('2026-01-06', at('2026-01-07', '07:59'))).toBe(false)
  expect(hasExpired('2026-01-06', at('2026-01-07', '08:00'))).toBe(true)
  expect(hasExpired('2026-01-06', at('2026-01-08', '00:00'))).toBe(true)
})

test('what expired long ago tells no person', () => {
  expect(hasExpired('2025-12-31', at('2026-01-28'))).toBe(true)
  expect(hasExpired('2025-12-31', at('2026-01-29'))).toBe(false)
})
