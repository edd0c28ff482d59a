import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, daysBetween, weekday } from '#lib/kit/plain-date.ts'

import { syncDayFrom, syncTurnText, USUAL_SYNC } from './turn.ts'

describe('the weekly sync', () => {
  test('says its day, its time and its length', () => {
    expect(syncTurnText(USUAL_SYNC)).toBe('Every Thursday at 15:00, 30 minutes.')
    expect(syncTurnText({ ...USUAL_SYNC, syncDay: null })).toBe('Not planned.')
  })

  test('is on the same day when it is asked for on that day', () => {
    expect(syncDayFrom({ syncDay: 4 }, '2026-11-26')).toBe('2026-11-26')
    expect(syncDayFrom({ syncDay: 4 }, '2026-11-27')).toBe('2026-12-03')
    expect(syncDayFrom({ syncDay: null }, '2026-11-27')).toBeNull()
  })

  test('is within a week from any day, over the end of a year as well', () => {
    assert(
      property(integer({ min: 1, max: 7 }), integer({ min: 0, max: 4_000 }), (syncDay, days) => {
        const from = addDays('2024-12-20', days)
        const day = syncDayFrom({ syncDay }, from) ?? ''
        expect(daysBetween(from, day)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(from, day)).toBeLessThan(7)
        expect(weekday(day)).toBe(syncDay)
      }),
    )
  })
})
