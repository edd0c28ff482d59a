import { describe, expect, test } from 'vitest'

import { USUAL_SYNC } from '#lib/domain/syncs/turn.ts'

import { syncQuestions, syncTurnOf, syncValues, whyNotSyncTurn } from './sync-questions.ts'

describe('the weekly sync in the settings of a group', () => {
  test('is sent as it was when nothing is changed', () => {
    expect(syncTurnOf(syncValues(USUAL_SYNC), USUAL_SYNC)).toEqual(USUAL_SYNC)
  })

  test('asks for a time only where there is a day, and keeps the time of a group that stops', () => {
    expect(syncQuestions('').map(({ name }) => name)).toEqual(['sync'])
    expect(syncQuestions('2').map(({ name }) => name)).toEqual(['sync', 'syncTime', 'syncMinutes'])
    expect(syncTurnOf({ sync: '' }, USUAL_SYNC)).toEqual({ ...USUAL_SYNC, syncDay: null })
    expect(whyNotSyncTurn({ sync: '' })).toBeNull()
  })

  test.each([
    ['9:00', '30', 'Enter the time of the weekly sync, such as 15:00.'],
    ['25:00', '30', 'Enter the time of the weekly sync, such as 15:00.'],
    ['09:00', '', 'A weekly sync takes 5 to 240 minutes.'],
    ['09:00', '4', 'A weekly sync takes 5 to 240 minutes.'],
    ['09:00', '12.5', 'A weekly sync takes 5 to 240 minutes.'],
    ['09:00', '240', null],
  ])('at %s for %s minutes: %s', (syncTime, syncMinutes, answer) => {
    expect(whyNotSyncTurn({ sync: '2', syncTime, syncMinutes })).toBe(answer)
  })
})
