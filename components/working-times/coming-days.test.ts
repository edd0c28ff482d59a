import { expect, test } from 'vitest'

import { comingDays } from './coming-days.ts'

const away = (fromOn: string, toOn: string, untilNoon = false) => ({
  fromOn,
  toOn,
  fromNoon: false,
  untilNoon,
})
const feast = (day: string, half = false) => ({ day, name: 'Feast', half })
const usual = { times: [], holidays: [] }

test('days come in whole weeks from Monday on, and only those of the span count', () => {
  // Wednesday to the Tuesday after
  const { weeks, sum } = comingDays(usual, [], { from: '2026-11-18', to: '2026-11-24' })
  expect(weeks.map((week) => week.map(({ day }) => day.slice(-2)).join(' '))).toEqual([
    '16 17 18 19 20 21 22',
    '23 24 25 26 27 28 29',
  ])
  expect(weeks.flat().flatMap(({ day, counts }) => (counts ? [day] : []))).toEqual([
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
  ])
  expect(sum).toEqual({ work: 5, off: 0, timeOff: 0, left: 5 })
})

test('time off takes what a holiday leaves of a day, and nothing twice', () => {
  const holidays = [feast('2026-11-16'), feast('2026-11-17', true)]
  const week = { from: '2026-11-16', to: '2026-11-22' }
  expect(comingDays({ times: [], holidays }, [away('2026-11-16', '2026-11-18')], week).sum).toEqual({
    work: 5,
    off: 1.5,
    timeOff: 1.5,
    left: 2,
  })
  const twice = [away('2026-11-19', '2026-11-20'), away('2026-11-20', '2026-11-20')]
  expect(comingDays(usual, twice, week).sum).toEqual({ work: 5, off: 0, timeOff: 2, left: 3 })
})

test('half a day off takes half a day, and one at the weekend takes nothing', () => {
  const week = { from: '2026-11-16', to: '2026-11-22' }
  expect(comingDays(usual, [away('2026-11-20', '2026-11-20', true)], week).sum.left).toBe(4.5)
  expect(comingDays(usual, [away('2026-11-21', '2026-11-22')], week).sum.left).toBe(5)
})

test('what lies in the week, but outside of the span, is shown and not summed', () => {
  const { weeks, sum } = comingDays(usual, [away('2026-11-16', '2026-11-20')], {
    from: '2026-11-18',
    to: '2026-11-18',
  })
  expect(weeks.flat().map(({ away }) => away)).toEqual([1, 1, 1, 1, 1, 0, 0])
  expect(sum).toEqual({ work: 1, off: 0, timeOff: 1, left: 0 })
})
