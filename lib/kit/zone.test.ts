import { describe, expect, test } from 'vitest'

import { atTime, clockIn, dayIn, endOfDay, isZone, startOfDay, zoneOrUtc } from './zone.ts'

describe('the day of an instant', () => {
  test('is the day on the wall calendar of the group, not of the server', () => {
    expect(dayIn('Pacific/Auckland', '2026-11-18T12:00:00Z')).toBe('2026-11-19')
    expect(dayIn('America/Los_Angeles', '2026-11-18T07:59:59Z')).toBe('2026-11-17')
    expect(dayIn('UTC', new Date('2026-11-18T23:59:59.999Z'))).toBe('2026-11-18')
  })

  test('can be read from what a database prints', () => {
    expect(dayIn('Europe/Lisbon', '2026-11-18 23:30:00+00')).toBe('2026-11-18')
    expect(dayIn('Europe/Berlin', '2026-11-18 23:30:00.123456+00')).toBe('2026-11-19')
  })
})

describe('the instants of a day', () => {
  test('a day ends where the next begins', () => {
    expect(startOfDay('Europe/Berlin', '2026-11-18').toISOString()).toBe('2026-11-17T23:00:00.000Z')
    expect(endOfDay('Europe/Berlin', '2026-11-18')).toEqual(startOfDay('Europe/Berlin', '2026-11-19'))
  })

  test('the day on which the clocks go back has 25 hours', () => {
    const hours = (zone: string, day: string) =>
      (endOfDay(zone, day).getTime() - startOfDay(zone, day).getTime()) / 3_600_000
    expect(hours('Europe/Berlin', '2026-10-25')).toBe(25)
    expect(hours('Europe/Berlin', '2026-03-29')).toBe(23)
  })

  test('where the clocks skip midnight, the day starts at one', () => {
    expect(startOfDay('America/Sao_Paulo', '2018-11-04').toISOString()).toBe('2018-11-04T03:00:00.000Z')
    expect(dayIn('America/Sao_Paulo', '2018-11-04T02:59:59Z')).toBe('2018-11-03')
  })

  test('what is no zone or no day is refused loudly', () => {
    expect(() => dayIn('Middle/Earth', '2026-11-18T12:00:00Z')).toThrow(RangeError)
    expect(() => startOfDay('UTC', '2026-02-30')).toThrow(RangeError)
  })
})

test('a zone is a name of the IANA database, because an offset knows no summer', () => {
  expect(['Europe/Lisbon', 'UTC', 'Asia/Kolkata'].every(isZone)).toBe(true)
  expect(['', '+02:00', 'Middle/Earth', '../etc'].some(isZone)).toBe(false)
})

/** Old names, short names, and names that some libraries know and others do not. */
const ODD =
  'IST EST PST AST ACT JST PST8PDT GMT Etc/GMT+5 europe/berlin GB Zulu SystemV/PST8 GMT0 ROC A Factory'

test('whatever is taken for a zone can be computed with, here and in a browser', () => {
  for (const zone of [...ODD.split(' '), ...Intl.supportedValuesOf('timeZone')].filter(isZone)) {
    const day = dayIn(zone, '2026-11-18T12:00:00Z')
    expect(startOfDay(zone, day) < endOfDay(zone, day), zone).toBe(true)
    expect(clockIn(zone, atTime(zone, day, '09:00'))).toBe('09:00')
    expect(() => Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow()
  }
  expect(Intl.supportedValuesOf('timeZone').filter((zone) => !isZone(zone))).toEqual([])
})

test('where what is kept is no zone, UTC counts', () => {
  expect(['IST', 'Middle/Earth', '', '+02:00'].map(zoneOrUtc)).toEqual(['UTC', 'UTC', 'UTC', 'UTC'])
  expect(zoneOrUtc('Europe/Lisbon')).toBe('Europe/Lisbon')
})
