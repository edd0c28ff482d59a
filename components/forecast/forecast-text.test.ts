import { expect, test } from 'vitest'

import { chanceWords, epicWords, howWords, percentOf, runsWords } from './forecast-text.ts'

const fan = { done: 5, of: 14, chance: 0.7, sure: 11, likely: 12, low: 10, high: 14, days: [] }
const epic = { open: 3, today: '2026-11-26', because: null, trials: 10_000, past: [] }

test('the chance names all and what is nearly sure, as a reader says it', () => {
  expect(chanceWords(fan)).toBe('70 % chance that all 14 close; 85 % that 11 do.')
  expect(chanceWords({ ...fan, chance: 0.92, sure: 14 })).toBe('92 % chance that all 14 close.')
  expect(chanceWords({ ...fan, chance: 0.001 })).toBe(
    'Less than 1 % chance that all 14 close; 85 % that 11 do.',
  )
  expect([0, 0.004, 0.5, 0.997, 1].map(percentOf)).toEqual([
    '0 %',
    'less than 1 %',
    '50 %',
    'more than 99 %',
    '100 %',
  ])
})

test('the range says of how many runs it is', () => {
  expect(runsWords(fan, 10_000)).toBe('10 to 14 in 85 % of 10,000 runs')
  expect(runsWords({ ...fan, low: 12, high: 12 }, 10_000)).toBe('12 in 85 % of 10,000 runs')
})

test('how it is computed names the milestones, the days that are left and what they leave out', () => {
  const past = [{ title: '19.6', workingDays: 20, people: 100, count: 12, weight: 24 }]
  const told = howWords({ trials: 10_000, past, ahead: { workingDays: 9, people: 40.5 } }).join(' ')
  expect(told).toContain('9 working days are left, on which people have 40.5 days of work')
  expect(told).toContain('10,000 runs')
})

test('an epic says by when, or that it is far away, or why there is no forecast', () => {
  const told = (forecast: { likely: string | null; sure: string | null; chance: number }) =>
    epicWords({ ...epic, forecast })
  expect(told({ likely: '2027-01-14', sure: '2027-02-02', chance: 1 })).toBe(
    'The 3 open issues are likely closed by 14 Jan 2027; 85 % by 2 Feb 2027.',
  )
  expect(told({ likely: '2027-01-14', sure: null, chance: 0.66 })).toContain('66 % within half a year')
  expect(told({ likely: null, sure: null, chance: 0.2 })).toContain(
    'not likely closed within half a year: 20 %',
  )
  expect(epicWords({ ...epic, forecast: null, because: 'Too little history, 2 of 3 milestones.' })).toBe(
    'Too little history, 2 of 3 milestones.',
  )
})
