import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

import { addDays } from '#lib/kit/plain-date.ts'
import { endOfDay } from '#lib/kit/zone.ts'

import { momentMeant } from './past.ts'

const now = new Date('2026-12-01T02:00:00Z')
/** Of a group in Los Angeles, where it is still the day before. */
const LOS_ANGELES = {
  now,
  began: new Date('2026-01-05T09:00:00Z'),
  today: '2026-11-30',
  endOf: (day: string) => endOfDay('America/Los_Angeles', day),
}
const meant = (text: string) => {
  const found = momentMeant(text, LOS_ANGELES)
  return 'moment' in found ? found.moment.toISOString() : found.refusal.because
}

test('an instant is meant to the millisecond', () => {
  expect(meant('2026-11-11T10:30:00.123Z')).toBe('2026-11-11T10:30:00.123Z')
})

test('a day is meant as it ended for the group, and today as it is now', () => {
  expect(meant('2026-11-11')).toBe('2026-11-12T07:59:59.999Z')
  expect(meant('2026-06-11'), 'by the clock of summer').toBe('2026-06-12T06:59:59.999Z')
  expect(meant('2026-11-30')).toBe(now.toISOString())
})

test('a moment to come is refused, also where the day has begun elsewhere', () => {
  const because = 'This moment has not come yet. Choose one in the past.'
  expect(meant('2026-12-01T02:00:00.001Z')).toBe(because)
  expect(meant('2026-12-01')).toBe(because)
  expect(meant('2026-12-01T02:00:00Z'), 'now itself is known').toBe(now.toISOString())
})

test('before the group began there is nothing to show, and the refusal says when it did', () => {
  expect(meant('2026-01-05T08:59:59.999Z')).toBe('The group began on 2026-01-05. Choose a later moment.')
  expect(meant('2026-01-04')).toBe('The group began on 2026-01-05. Choose a later moment.')
  expect(meant('2026-01-05')).toBe('2026-01-06T07:59:59.999Z')
})

test('every day from the first to today is a moment of the past, a later day later', () => {
  assert(
    property(integer({ min: 0, max: 328 }), (later) => {
      const [day, next] = [addDays('2026-01-05', later), addDays('2026-01-05', later + 1)]
      expect(meant(day) <= now.toISOString()).toBe(true)
      expect(meant(day) < meant(next)).toBe(true)
    }),
  )
})
