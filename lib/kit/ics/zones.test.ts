import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { addDays, monthOf, plainDate, weekday } from '../plain-date.ts'
import { atTime, wallIn } from '../zone.ts'
import { readCalendar } from './read.ts'
import { nthOf, wallOf, zonesOf } from './zones.ts'

/** As calendar programs describe a zone that has no name that others know. */
const DESCRIBED = [
  'BEGIN:VCALENDAR',
  'BEGIN:VTIMEZONE',
  'TZID:The office',
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
  'END:VCALENDAR',
].join('\r\n')
const described = () => {
  const file = readCalendar(DESCRIBED)
  if ('code' in file) throw new Error(file.code)
  return file.zones
}
const at = (zone: string | null, moment: string) => {
  const [day = '', time = null] = moment.split('T')
  return { day, time, zone }
}

test('a moment is what the clock at home shows: in its own zone as it stands, in another turned', () => {
  const wall = wallOf(zonesOf([]), 'Europe/Berlin')
  expect(wall(at(null, '2026-12-21T09:00'))).toBe('2026-12-21T09:00')
  expect(wall(at('Europe/Berlin', '2026-12-21T09:00'))).toBe('2026-12-21T09:00')
  expect(wall(at('UTC', '2026-12-21T09:00'))).toBe('2026-12-21T10:00')
  expect(wall(at('UTC', '2026-07-21T09:00'))).toBe('2026-07-21T11:00')
  expect(wall(at('Asia/Kathmandu', '2026-12-21T00:15'))).toBe('2026-12-20T19:30')
  expect(wall(at('UTC', '2026-12-21')), 'a day begins at midnight').toBe('2026-12-21T01:00')
})

test('zones are known by the names of Windows, and at the end of an address', () => {
  const wall = wallOf(zonesOf([]), 'UTC')
  expect(wall(at('W. Europe Standard Time', '2026-07-21T09:00'))).toBe('2026-07-21T07:00')
  expect(wall(at('/example.org/20260101/Europe/Berlin', '2026-07-21T09:00'))).toBe('2026-07-21T07:00')
  expect(wall(at('/example.org/America/Argentina/Ushuaia', '2026-07-21T09:00'))).toBe('2026-07-21T12:00')
  expect(wall(at('The office', '2026-07-21T09:00'))).toBe('unknown')
})

test('a zone that the file describes changes its clock when its rules say so', () => {
  const wall = wallOf(described(), 'UTC')
  const office = (moment: string) => wall(at('The office', moment))
  expect(office('2026-03-28T12:00')).toBe('2026-03-28T11:00')
  expect(office('2026-03-29T12:00')).toBe('2026-03-29T10:00')
  expect(office('2026-10-24T12:00')).toBe('2026-10-24T10:00')
  expect(office('2026-10-25T12:00')).toBe('2026-10-25T11:00')
  expect(office('1960-06-01T12:00'), 'before all of them, what began first').toBe('1960-06-01T10:00')
})

test('a described zone agrees with the one that has the same rules under its name', () => {
  const wall = wallOf(described(), 'UTC')
  // the day of a change has hours that are none or two
  const days = fc.integer({ min: 1, max: 9000 }).map((more) => addDays('1997-01-01', more))
  fc.assert(
    fc.property(days, fc.constantFrom('04:00', '12:00', '23:59'), (day, time) => {
      const expected = wallIn('UTC', atTime('Europe/Berlin', day, time))
      expect(wall(at('The office', `${day}T${time}`))).toBe(expected)
    }),
    { numRuns: 200 },
  )
})

test('a file with more moments than can be turned within a second says so', () => {
  const wall = wallOf(zonesOf([]), 'UTC')
  const all = Array.from({ length: 1002 }, (_, more) =>
    wall(at('Asia/Tokyo', `${addDays('2026-01-01', more)}T09:00`)),
  )
  expect(all.filter((one) => one === 'spent')).toHaveLength(2)
  expect(wall(at('Asia/Tokyo', '2026-01-01T09:00')), 'what was turned before is still known').toBe(
    '2026-01-01T00:00',
  )
})

test('the nth weekday of a month is that weekday, in that month, and none nearer to its edge', () => {
  const nth = fc.constantFrom(1, 2, 3, 4, -1, -2, -3, -4)
  fc.assert(
    fc.property(
      fc.integer({ min: 1970, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      nth,
      fc.integer({ min: 1, max: 7 }),
      (year, month, place, day) => {
        const found = nthOf(year, month, place, day)
        expect(weekday(found)).toBe(day)
        expect(monthOf(found)).toBe(monthOf(plainDate(year, month, 1)))
        const next = addDays(found, place > 0 ? -7 * place : 7 * -place)
        expect(monthOf(next), 'so many weeks on is another month').not.toBe(monthOf(found))
      },
    ),
  )
  expect(nthOf(2026, 2, 5, 7), 'a fifth that there is not is the fourth').toBe('2026-02-22')
  expect(nthOf(2026, 2, -5, 7)).toBe('2026-02-01')
})
