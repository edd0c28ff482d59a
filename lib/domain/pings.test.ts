import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, weekday } from '#lib/kit/plain-date.ts'
import { clockIn, dayIn } from '#lib/kit/zone.ts'

import { isReminderDue, LATEST_MS, remindAt, type WorkingLife } from './pings.ts'

const weekdays = (day: string) => weekday(day) <= 5
const life = (over: Partial<WorkingLife> = {}): WorkingLife => ({
  zone: 'UTC',
  works: weekdays,
  lastOn: '2027-12-31',
  quiet: null,
  ...over,
})
const at = (mentioned: string, over: Partial<WorkingLife> = {}) =>
  remindAt(new Date(mentioned), life(over))?.toISOString().slice(0, 16) ?? null
const except = (...days: string[]) => ({ works: (day: string) => weekdays(day) && !days.includes(day) })

describe('a person who was mentioned is reminded', () => {
  test('a working day later, at the same time', () => {
    expect(at('2026-01-07T14:30:00Z')).toBe('2026-01-08T14:30')
    // from Friday over the weekend
    expect(at('2026-01-09T14:30:00Z')).toBe('2026-01-12T14:30')
  })

  test('in the morning after a whole working day, where it reached them outside of work', () => {
    expect(at('2026-01-07T06:00:00Z')).toBe('2026-01-08T09:00')
    expect(at('2026-01-07T21:00:00Z')).toBe('2026-01-09T09:00')
    expect(at('2026-01-10T12:00:00Z')).toBe('2026-01-13T09:00')
  })

  test('when they are back, where they are away or off', () => {
    expect(at('2026-01-07T10:00:00Z', except('2026-01-08', '2026-01-09'))).toBe('2026-01-12T10:00')
    expect(at('2026-01-07T10:00:00Z', except('2026-01-07', '2026-01-08'))).toBe('2026-01-12T09:00')
    expect(at('2026-01-07T10:00:00Z', { works: () => false })).toBeNull()
  })

  test('after their quiet hours, and then still on a day of work', () => {
    const night = { from: '17:00', to: '08:00' }
    expect(at('2026-01-07T17:30:00Z', { quiet: night })).toBe('2026-01-09T08:00')
    // Thursday evening is quiet until Friday, which is off: so on Monday
    expect(at('2026-01-07T17:30:00Z', { quiet: night, ...except('2026-01-09') })).toBe('2026-01-12T09:00')
    expect(at('2026-01-07T12:30:00Z', { quiet: { from: '12:00', to: '13:00' } })).toBe('2026-01-08T13:00')
  })

  test('by the clock of the place where they are, also when it is changed', () => {
    // 10:00 on Friday in Berlin; on Monday that is an hour earlier in UTC
    expect(at('2026-03-27T09:00:00Z', { zone: 'Europe/Berlin' })).toBe('2026-03-30T08:00')
    expect(at('2026-10-23T08:00:00Z', { zone: 'Europe/Berlin' })).toBe('2026-10-26T09:00')
    // it is Thursday in Kiritimati already, and still Wednesday in Pago Pago
    expect(at('2026-01-07T22:00:00Z', { zone: 'Pacific/Kiritimati' })).toBe('2026-01-08T22:00')
    expect(at('2026-01-07T22:00:00Z', { zone: 'Pacific/Pago_Pago' })).toBe('2026-01-08T22:00')
    expect(at('2026-12-31T22:00:00Z', { zone: 'Pacific/Kiritimati' })).toBe('2027-01-03T22:00')
  })
})

test('who was due for a reminder long ago is not told of it', () => {
  const mentioned = new Date('2026-01-07T10:00:00Z')
  const due = Date.parse('2026-01-08T10:00:00Z')
  const is = (by: number) => isReminderDue(mentioned, life(), new Date(due + by))
  expect([is(-1), is(0), is(LATEST_MS - 1), is(LATEST_MS)]).toEqual([false, true, true, false])
})

const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
)
const clock = (minute: number) => {
  const two = (count: number) => String(count).padStart(2, '0')
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`
}
/** Up to fourteen hours of a day. */
const quietHours = fc
  .record({ from: fc.nat(1439), length: fc.integer({ min: 1, max: 840 }) })
  .map(({ from, length }) => ({ from: clock(from), to: clock(from + length) }))
const instants = fc
  .integer({ min: 0, max: 730 * 24 * 60 })
  .map((minute) => new Date(Date.UTC(2026, 0, 1, 0, minute)))

test('unless it is quiet all day, a reminder comes on a day of work, in no quiet hour, and never before a working day has passed', () => {
  fc.assert(
    fc.property(
      instants,
      zones,
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
      fc.option(quietHours),
      (mentioned, zone, free, quiet) => {
        const works = (day: string) => !free.includes(weekday(day))
        const mine = { zone, works, lastOn: '2029-12-31', quiet }
        const due = remindAt(mentioned, mine)
        if (!due) throw new Error('It is never due.')
        const [from, to] = [dayIn(zone, mentioned), dayIn(zone, due)]
        expect(works(to)).toBe(true)
        expect(to > from).toBe(true)
        const time = clockIn(zone, due)
        const isQuiet =
          quiet !== null &&
          (quiet.from < quiet.to
            ? time >= quiet.from && time < quiet.to
            : time >= quiet.from || time < quiet.to)
        expect(isQuiet).toBe(false)
        // no further working day passes, but for quiet hours
        if (quiet) return
        const between = []
        for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (works(day)) between.push(day)
        expect(between.length).toBeLessThanOrEqual(1)
      },
    ),
  )
})
