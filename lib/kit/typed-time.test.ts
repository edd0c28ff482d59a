import { expect, test } from 'vitest'

import { laterOnClock, typedTime } from './typed-time.ts'

test.each([
  ['9', '09:00'],
  ['09:05', '09:05'],
  ['18.30', '18:30'],
  ['1830', '18:30'],
  ['930', '09:30'],
  [' 6 pm ', '18:00'],
  ['6:15 p.m.', '18:15'],
  ['12am', '00:00'],
  ['12 pm', '12:00'],
  ['0', '00:00'],
])('“%s” is %s', (typed, time) => expect(typedTime(typed)).toBe(time))

test.each(['', '24', '24:00', '18:60', '13 pm', '0 am', 'noon', '-1', '18:3'])('“%s” is no time', (typed) =>
  expect(typedTime(typed)).toBeNull(),
)

test('the clock goes round at midnight, in both directions', () => {
  expect(laterOnClock('23:45', 30)).toBe('00:15')
  expect(laterOnClock('00:15', -30)).toBe('23:45')
})
