import { expect, test } from 'vitest'

import { whyNoForecast } from './none.ts'

test('there is a forecast while a milestone runs, with something assigned and three milestones behind it', () => {
  const running = { title: '19.7', hasStarted: true, isOver: false, assigned: 14, past: 3 }
  expect(whyNoForecast(running)).toBeNull()
  expect(whyNoForecast({ ...running, past: 2 })?.because).toBe('Too little history, 2 of 3 milestones.')
  expect(whyNoForecast({ ...running, assigned: 0 })?.code).toBe('nothing_assigned')
  expect(whyNoForecast({ ...running, hasStarted: false })?.code).toBe('not_started')
  expect(whyNoForecast({ ...running, isOver: true })?.code).toBe('over')
})
