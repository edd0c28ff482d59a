import { expect, test } from 'vitest'
import { awayText, spanText, spanTextYear } from './day-text.ts'

test('two days are said with each month once, and one day as one', () => {
  expect(spanText('2026-12-24', '2026-12-24')).toBe('24 Dec')
  expect(spanText('2026-12-01', '2026-12-24')).toBe('1 – 24 Dec')
  expect(spanText('2026-11-28', '2026-12-02')).toBe('28 Nov – 2 Dec')
  expect(spanText('2025-12-02', '2026-12-02')).toBe('2 Dec – 2 Dec')
})

test('with the year, which is said twice where there are two', () => {
  expect(spanTextYear('2026-12-21', '2026-12-24')).toBe('21 – 24 Dec 2026')
  expect(spanTextYear('2026-12-28', '2027-01-02')).toBe('28 Dec 2026 – 2 Jan 2027')
})

test('who is away is said with their name', () => {
  expect(awayText('Cindy Halim', { from: '2026-12-21', to: '2026-12-24' })).toBe(
    'Cindy Halim is away 21 – 24 Dec',
  )
})
