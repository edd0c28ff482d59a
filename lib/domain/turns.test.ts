import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekday } from '#lib/kit/plain-date.ts'
import { cronOf, mondayOf, weekOwed } from './turns.ts'

test('a turn is owed from its hour on until its week ends, and never for a week that has passed', () => {
  const monday = { day: 1, hour: 9 }
  expect(weekOwed(monday, { today: '2026-11-30', time: '08:59' })).toBeNull()
  expect(weekOwed(monday, { today: '2026-11-30', time: '09:00' })).toBe('2026-11-30')
  expect(weekOwed(monday, { today: '2026-12-06', time: '23:59' })).toBe('2026-11-30')
  expect(weekOwed(monday, { today: '2026-12-07', time: '00:00' })).toBeNull()
  expect(weekOwed({ day: 3, hour: 14 }, { today: '2026-12-01', time: '23:00' })).toBeNull()
  expect(weekOwed({ day: 7, hour: 0 }, { today: '2027-01-03', time: '00:00' })).toBe('2026-12-28')
})

test('cron counts Sunday as 0', () => {
  expect(cronOf({ day: 1, hour: 9 })).toBe('0 9 * * 1')
  expect(cronOf({ day: 7, hour: 0 })).toBe('0 0 * * 0')
})

test('what is owed is always the Monday of today’s week, and stays owed once it is', () => {
  const turns = fc.record({ day: fc.integer({ min: 1, max: 7 }), hour: fc.integer({ min: 0, max: 23 }) })
  fc.assert(
    fc.property(
      turns,
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 0, max: 23 }),
      (turn, days, hour) => {
        const today = addDays('2026-01-01', days)
        const time = `${String(hour).padStart(2, '0')}:30`
        const owed = weekOwed(turn, { today, time })
        if (owed === null) return
        expect(owed).toBe(mondayOf(today))
        expect(weekday(owed)).toBe(1)
        expect(weekOwed(turn, { today: addDays(owed, 6), time })).toBe(owed)
      },
    ),
  )
})
