import { expect, test } from 'vitest'

import { hourText, turnText } from './refinement-turn.ts'
import { WEEKDAYS } from './week-text.ts'

test('a group reads on which day and at which hour its refinement issues are made', () => {
  expect(turnText({ refinementDay: 1, refinementHour: 9 })).toBe('Made every Monday at 09:00.')
  expect(turnText({ refinementDay: 7, refinementHour: 23 })).toBe('Made every Sunday at 23:00.')
  expect(turnText({ refinementDay: null, refinementHour: 9 })).toBe('Not made.')
})

test('each day of the week has its name, and each hour two digits', () => {
  const days = WEEKDAYS.map((_, at) => turnText({ refinementDay: at + 1, refinementHour: 0 }))
  expect(days).toEqual(WEEKDAYS.map((day) => `Made every ${day} at 00:00.`))
  expect(new Set(days).size).toBe(7)
  expect([0, 9, 10, 23].map(hourText)).toEqual(['00:00', '09:00', '10:00', '23:00'])
})
