import { expect, test } from 'vitest'

import { isHere, nextSyncDay, PRESENCE_MS, whyNotIn, whyNotSkip, whyNotStart } from './next.ts'

const thursday = { syncDay: 4 }

test('the sync of today counts until it was held or skipped, then that of the next week', () => {
  expect(nextSyncDay(thursday, '2026-12-03', null)).toBe('2026-12-03')
  expect(nextSyncDay(thursday, '2026-12-03', '2026-11-26')).toBe('2026-12-03')
  expect(nextSyncDay(thursday, '2026-12-03', '2026-12-03')).toBe('2026-12-10')
  // skipped before its day
  expect(nextSyncDay(thursday, '2026-12-01', '2026-12-03')).toBe('2026-12-10')
  expect(nextSyncDay(thursday, '2026-12-29', '2026-12-31')).toBe('2027-01-07')
  expect(nextSyncDay({ syncDay: null }, '2026-12-03', null)).toBeNull()
})

test('one sync runs at a time, and one without a day is not skipped', () => {
  expect(whyNotStart({ running: null })).toBeNull()
  expect(whyNotStart({ running: { lead: 'Mohamed Hamda' } })?.because).toBe(
    'Mohamed Hamda already started the sync.',
  )
  expect(whyNotSkip({ running: null, day: '2026-12-03' })).toBeNull()
  expect(whyNotSkip({ running: null, day: null })?.code).toBe('not_planned')
  expect(whyNotSkip({ running: { lead: null }, day: '2026-12-03' })?.code).toBe('running')
  expect(whyNotIn({ state: 'ended' })?.code).toBe('over')
  expect(whyNotIn({ state: 'running' })).toBeNull()
})

test('a person is here as long as their page says so', () => {
  const at = new Date('2026-12-03T15:00:00Z')
  const after = (ms: number) => new Date(at.getTime() + ms)
  expect(isHere(at, after(PRESENCE_MS))).toBe(true)
  expect(isHere(at, after(PRESENCE_MS + 1))).toBe(false)
})
