import { expect, test } from 'vitest'

import { confirmedText, emptyText, lostPart, signed } from './capacity-text.ts'
import { aRow } from './testing/capacity.ts'

const weekWith = (days: Parameters<typeof aRow>[2]) => {
  const [week] = aRow('julie', 'a', days).weeks
  if (!week) throw new Error('A row has weeks.')
  return week
}
const confirmations = (done: number, open: number) =>
  Array.from({ length: done + open }, (_, at) => ({
    person: `p${at}`,
    name: `P ${at}`,
    confirmedAt: at < done ? '2026-11-10T09:00:00.000Z' : null,
  }))

test('who has confirmed is said as a sentence, with small counts in words', () => {
  const said = [
    [0, 0],
    [1, 0],
    [0, 1],
    [8, 0],
    [7, 1],
    [1, 7],
    [0, 8],
    [12, 2],
  ].map(([done, open]) => confirmedText(confirmations(done ?? 0, open ?? 0)))
  expect(said).toEqual([
    'No team has people yet.',
    'Its one person has confirmed their days.',
    'Its one person has not confirmed their days.',
    'All eight people have confirmed their days.',
    'Seven of eight people have confirmed their days.',
    'One of eight people has confirmed their days.',
    'None of eight people have confirmed their days.',
    '12 of 14 people have confirmed their days.',
  ])
})

test('a term has the sign by which it enters the sum, and none where it is nothing', () => {
  expect([
    signed('workingDays', 20),
    signed('holidays', 1),
    signed('timeOff', 0),
    signed('triageDays', 2.5),
    signed('share', 0.6),
    signed('focus', 0.85),
  ]).toEqual(['20', '− 1', '0', '− 2.5', '× 60 %', '× 0.85'])
})

test('a week without days says what takes it, time off first', () => {
  expect(emptyText(weekWith({}))).toBeNull()
  expect(emptyText(weekWith({ timeOff: 3, holidays: 2 }))).toBe('away')
  expect(emptyText(weekWith({ holidays: 5 }))).toBe('holidays')
  expect(emptyText(weekWith({ triageDays: 5 }))).toBe('triage')
  expect(emptyText(weekWith({ workingDays: 0 }))).toBe('none')
})

test('the part of a week that is lost lies between nothing and all of it', () => {
  expect(lostPart(weekWith({}))).toBe(0)
  expect(lostPart(weekWith({ timeOff: 1, holidays: 1, triageDays: 0.5 }))).toBe(0.5)
  expect(lostPart(weekWith({ timeOff: 5, holidays: 2 }))).toBe(1)
  expect(lostPart(weekWith({ workingDays: 0 }))).toBe(1)
})
