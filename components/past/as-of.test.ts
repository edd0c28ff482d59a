import { expect, test } from 'vitest'

import { asOfText, dayOf, momentText } from './as-of.ts'

const BERLIN = 'Europe/Berlin'
const TODAY = '2026-12-01'

test('a moment lies on a day of the group’s calendar, not of the reader’s or the server’s', () => {
  expect(dayOf('2026-11-10T23:30:00Z', BERLIN)).toBe('2026-11-11')
  expect(dayOf('2026-11-10T23:30:00Z', 'America/Los_Angeles')).toBe('2026-11-10')
  expect(dayOf('2026-11-11', 'America/Los_Angeles'), 'a day is a day').toBe('2026-11-11')
})

test('a day of the past is told as it ended, an instant by the group’s clock', () => {
  expect(momentText('2026-11-11', BERLIN, TODAY)).toBe('11 Nov, end of day')
  expect(momentText('2026-11-11T09:30:00Z', BERLIN, TODAY)).toBe('11 Nov, 10:30')
})

test('the year is told where it is another one', () => {
  expect(momentText('2025-11-11', BERLIN, TODAY)).toBe('11 Nov 2025, end of day')
  expect(momentText('2025-12-31T23:30:00Z', BERLIN, TODAY), 'new year in Berlin').toBe('1 Jan, 00:30')
})

test('on paper and in the title the year always stands', () => {
  expect(asOfText('2026-11-11', BERLIN)).toBe('as of 11 Nov 2026')
  expect(asOfText('2026-11-11T09:30:00Z', BERLIN)).toBe('as of 11 Nov 2026, 10:30')
})
