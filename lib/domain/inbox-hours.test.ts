import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

import { quietAt, snoozedUntil } from './inbox-hours.ts'

const zone = 'Europe/Lisbon'
const friday = new Date('2026-01-09T16:30:00Z')

test('what is put off comes back later today, tomorrow morning, or on Monday morning', () => {
  expect(snoozedUntil('later', friday, zone).toISOString()).toBe('2026-01-09T19:30:00.000Z')
  expect(snoozedUntil('tomorrow', friday, zone).toISOString()).toBe('2026-01-10T09:00:00.000Z')
  expect(snoozedUntil('next_week', friday, zone).toISOString()).toBe('2026-01-12T09:00:00.000Z')
  const monday = new Date('2026-01-12T08:00:00Z')
  expect(snoozedUntil('next_week', monday, zone).toISOString()).toBe('2026-01-19T09:00:00.000Z')
})

test('quiet hours over midnight are quiet on both sides of it', () => {
  const nights = { from: '18:00', to: '08:00', zone }
  expect(quietAt(nights, new Date('2026-01-09T20:00:00Z'))).toEqual({
    since: new Date('2026-01-09T18:00:00Z'),
    until: new Date('2026-01-10T08:00:00Z'),
  })
  expect(quietAt(nights, new Date('2026-01-10T07:59:00Z'))?.since).toEqual(new Date('2026-01-09T18:00:00Z'))
  expect(quietAt(nights, new Date('2026-01-10T08:00:00Z'))).toBeNull()
})

test('quiet hours within a day end the same day, and the same time twice is none', () => {
  expect(quietAt({ from: '12:00', to: '13:00', zone }, new Date('2026-01-09T12:30:00Z'))).toEqual({
    since: new Date('2026-01-09T12:00:00Z'),
    until: new Date('2026-01-09T13:00:00Z'),
  })
  expect(quietAt({ from: '12:00', to: '12:00', zone }, new Date('2026-01-09T12:00:00Z'))).toBeNull()
})

test('now always lies within the quiet time that it is said to lie in', () => {
  const time = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const minute = integer({ min: 0, max: 1439 })
  assert(
    property(minute, minute, integer({ min: 0, max: 3000 }), (from, to, shift) => {
      const now = new Date(Date.parse('2026-01-09T00:00:00Z') + shift * 60_000)
      const quiet = quietAt({ from: time(from), to: time(to), zone: 'UTC' }, now)
      return quiet === null || (quiet.since <= now && now < quiet.until)
    }),
  )
})
