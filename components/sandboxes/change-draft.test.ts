import { expect, test } from 'vitest'

import { changeOf, hasReason } from './change-draft.ts'
import type { Draft } from './change-draft.ts'

const draft = (facts: Partial<Draft>): Draft => ({
  kind: 'timeOffCut',
  person: 'cindy',
  entry: 7,
  place: 'cindy connectivity',
  from: '2027-01-06',
  to: '2027-01-06',
  fromNoon: false,
  untilNoon: true,
  term: 'triageDays',
  week: '',
  value: '',
  reason: '',
  ...facts,
})

test('days that are worked after all are asked of an entry, and sent as days alone', () => {
  const days = { person: 'cindy', from: '2027-01-06', to: '2027-01-06', fromNoon: false, untilNoon: true }
  expect(changeOf(draft({}))).toEqual({ what: 'timeOffCut', ...days })
  expect(changeOf(draft({ entry: null }))).toBe('Choose the time off.')
  expect(changeOf(draft({ to: '' }))).toBe('Enter the first and the last day.')
  expect(changeOf(draft({ from: 'soon' }))).toBe('Enter the first and the last day.')
  expect(changeOf(draft({ to: '2027-01-05' }))).toBe('The last day must be on or after the first.')
  expect(changeOf(draft({ kind: 'timeOff', entry: null }))).toEqual({ what: 'timeOff', ...days })
})

test('a reason is asked where one is kept', () => {
  expect((['timeOff', 'timeOffCut', 'in', 'out'] as const).some(hasReason)).toBe(false)
  expect((['share', 'focus', 'term', 'dri'] as const).every(hasReason)).toBe(true)
})
