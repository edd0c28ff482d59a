import { expect, test } from 'vitest'

import {
  OUTCOME_KEYS,
  outcomesOf,
  outcomeText,
  settles,
  whyNotFilled,
  whyNotRecord,
  whyNotRevisitOn,
  whyNotTaken,
} from './outcomes.ts'

const issue = { kind: 'issue', about: 'issue', driven: false, helped: false } as const

test('what has no DRI is assigned, what a person drives is handed over', () => {
  expect(outcomesOf(issue)).toContain('assign')
  expect(outcomesOf(issue)).not.toContain('hand_over')
  expect(outcomesOf({ ...issue, driven: true })).toContain('hand_over')
  expect(outcomesOf({ ...issue, kind: 'epic', about: 'epic' })).not.toContain('no_volunteer')
})

test('a hand is helped with or lowered, a push-back decided, a point done', () => {
  const hand = { ...issue, kind: 'hand' } as const
  expect(outcomesOf(hand)).toEqual(expect.arrayContaining(['help', 'lower']))
  expect(outcomesOf({ ...hand, helped: true })).not.toContain('help')
  expect(outcomesOf({ ...hand, about: null })).toEqual(['help', 'lower', 'unblock', 'revisit', 'note'])
  expect(outcomesOf({ ...issue, kind: 'push-back' })[0]).toBe('decide')
  expect(outcomesOf({ ...issue, kind: 'point', about: null })[0]).toBe('done')
})

test('each letter stands for one outcome', () => {
  const letters = Object.values(OUTCOME_KEYS)
  expect(new Set(letters).size).toBe(letters.length)
})

test('a note settles nothing', () => {
  expect(settles('note')).toBe(false)
  expect(settles('no_volunteer')).toBe(true)
})

test('the minutes say what came of an item in one sentence', () => {
  const told = { person: 'Julie Huang', day: '2026-12-07', text: '' }
  expect(outcomeText({ ...told, kind: 'assign' })).toBe('Julie Huang is the DRI.')
  expect(outcomeText({ ...told, kind: 'unblock', text: 'Asks Fulfillment.' })).toBe(
    'Julie Huang by 7 Dec: Asks Fulfillment.',
  )
  expect(outcomeText({ ...told, kind: 'revisit' })).toBe('On 7 Dec.')
  expect(outcomeText({ ...told, kind: 'hand_over', text: 'The probe is left.' })).toBe(
    'To Julie Huang: The probe is left.',
  )
  expect(outcomeText({ ...told, kind: 'help' })).toBe('Julie Huang helps.')
  expect(outcomeText({ kind: 'no_volunteer', person: null, day: null, text: 'Overloaded' })).toBe(
    'Overloaded',
  )
  expect(outcomeText({ kind: 'unblock', person: null, day: null, text: 'It works.' })).toBe('It works.')
  expect(outcomeText({ kind: 'done', person: null, day: null, text: '' })).toBe('Talked about.')
})

test('the second of two is told who was first, and a day to look again lies ahead', () => {
  expect(whyNotRecord(null)).toBeNull()
  expect(whyNotRecord({ name: 'Cindy Halim', kind: 'unblock' })?.because).toBe(
    'Cindy Halim already recorded “Unblock”. Record again to add yours.',
  )
  expect(whyNotRevisitOn({ day: '2026-12-01', today: '2026-12-01' })?.code).toBe('day_over')
  expect(whyNotRevisitOn({ day: '2026-12-02', today: '2026-12-01' })).toBeNull()
})

test('what is blocked still needs words, what is free now needs none and names no one', () => {
  const nothing = { to: null, on: null, reason: null, milestone: undefined, decision: null, text: '' }
  const unblock = { ...nothing, kind: 'unblock' } as const
  expect(whyNotFilled({ ...unblock, unblocked: false })?.because).toBe('Say what unblocks it.')
  expect(whyNotFilled({ ...unblock, unblocked: true })).toBeNull()
  expect(whyNotTaken('unblock', { to: 'cindy', on: '2026-01-09', unblocked: false })).toBeNull()
  expect(whyNotTaken('unblock', { to: 'cindy', unblocked: true })?.because).toBe('“Unblock” takes no “to”.')
  expect(whyNotTaken('done', { unblocked: true })?.because).toBe('“Done” takes no “unblocked”.')
})
