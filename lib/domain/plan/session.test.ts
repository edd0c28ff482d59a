import { expect, test } from 'vitest'

import {
  type Session,
  whyNotAnswer,
  whyNotCancel,
  whyNotEnd,
  whyNotSchedule,
  whyNotStart,
} from './session.ts'

const planned: Session = { startedAt: null, endedAt: null, invited: ['cindy', 'julie'] }
const running: Session = { ...planned, startedAt: '2026-12-09T13:00:00Z' }
const held: Session = { ...running, endedAt: '2026-12-09T14:00:00Z' }
const told = (rule: (session: Session | null) => { because: string } | null) =>
  [null, planned, running, held].map((session) => rule(session)?.because ?? 'may')

test('a joint session is scheduled and moved until it starts, and starts without having been scheduled', () => {
  const expected = [
    'may',
    'may',
    'The joint session has started already.',
    'The joint session was held already.',
  ]
  expect(told(whyNotSchedule)).toEqual(expected)
  expect(told(whyNotStart)).toEqual(expected)
})

test('only what is scheduled is cancelled, and what has begun keeps its time', () => {
  expect(told(whyNotCancel)).toEqual([
    'No joint session is scheduled.',
    'may',
    'The joint session has started already.',
    'The joint session was held already.',
  ])
})

test('a session ends once, after it has started', () => {
  expect(told(whyNotEnd)).toEqual([
    'The joint session has not started. Start it first.',
    'The joint session has not started. Start it first.',
    'may',
    'The joint session was held already.',
  ])
})

test('people who are invited answer until it starts, and others do not', () => {
  expect(told((session) => whyNotAnswer(session, 'cindy'))).toEqual([
    'No joint session is scheduled.',
    'may',
    'The joint session has started already.',
    'The joint session was held already.',
  ])
  expect(whyNotAnswer(planned, 'mohamed')?.because).toBe('You are not invited to this session.')
  expect(whyNotAnswer(planned, null)?.because, 'without a person').toBe(
    'You are not invited to this session.',
  )
})
