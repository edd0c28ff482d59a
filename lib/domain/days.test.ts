import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

import { addDays } from '#lib/kit/plain-date.ts'

import { FIRST_DAY, LAST_DAY, whyNotDay } from './days.ts'
import { because } from './testing/because.ts'

test('a day is one of the calendar, named as it was written where it is none', () => {
  expect(whyNotDay('2028-02-29')).toBeNull()
  for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '30.11.2026', '', 'today']) {
    expect(because(whyNotDay(text))).toBe(`There is no date ${text}.`)
  }
})

test('days are kept from 1970 to 2199, both included, so that what is computed from them is a day too', () => {
  assert(
    property(integer({ min: -90_000, max: 90_000 }), (later) => {
      const day = addDays('2085-01-01', later)
      const kept = day >= FIRST_DAY && day <= LAST_DAY
      expect(because(whyNotDay(day))).toBe(kept ? null : 'Dates must be between 1970-01-01 and 2199-12-31.')
    }),
  )
  expect([whyNotDay(FIRST_DAY), whyNotDay(LAST_DAY)]).toEqual([null, null])
})
