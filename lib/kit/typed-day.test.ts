import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { addDays } from './plain-date.ts'
import { typedDay } from './typed-day.ts'

const TODAY = '2026-11-14'

test('a day is understood as people write it', () => {
  const same = [
    '2026-11-20',
    '20 Nov 2026',
    '20 november 2026',
    'Nov 20, 2026',
    '20.11.2026',
    '20/11/26',
    '20nov',
  ]
  expect(same.map((text) => typedDay(text, TODAY))).toEqual(same.map(() => '2026-11-20'))
  expect(typedDay(' Today ', TODAY)).toBe(TODAY)
  expect(typedDay('tomorrow', TODAY)).toBe('2026-11-15')
})

test('without a year it is the next such day, today included', () => {
  expect(typedDay('14 Nov', TODAY)).toBe('2026-11-14')
  expect(typedDay('13 Nov', TODAY)).toBe('2027-11-13')
  expect(typedDay('1.2.', TODAY)).toBe('2027-02-01')
})

test('what is no day, or not yet one, means nothing', () => {
  const none = [
    '',
    '14',
    'Nov',
    '31 Feb 2026',
    '2026-13-01',
    '14 Nonsense',
    '1/2/3/4',
    '99.99.2026',
    '14 Nov 20',
  ]
  expect(none.map((text) => typedDay(text, TODAY))).toEqual(none.map(() => null))
})

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

test('a day that is written out is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 2_000_000 }), (offset) => {
      const day = addDays(TODAY, offset)
      const [year = '', month = '', number = ''] = day.split('-')
      expect(typedDay(`${Number(number)} ${NAMES[Number(month) - 1]} ${year}`, TODAY)).toBe(day)
      expect(typedDay(day, TODAY)).toBe(day)
    }),
  )
})
