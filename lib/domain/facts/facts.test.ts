import { expect, test } from 'vitest'
import { EVENT_TYPES } from '../event-rows.ts'
import { notificationsFor } from '../inbox.ts'
import { affectedFields } from '../undo-things.ts'
import { ALL_FACTS, FACTS } from './facts.ts'
import { eventOf, factOfEvent, NO_FACTS } from './values.ts'

test('each fact stands under its own name, and is found by its event', () => {
  for (const fact of ALL_FACTS) {
    expect(FACTS[fact.name]).toBe(fact)
    expect(factOfEvent(eventOf(fact))).toBe(fact)
    expect(EVENT_TYPES).toContain(eventOf(fact))
  }
  expect(factOfEvent('issue.weighed')).toBeNull()
})

test('an issue begins without any', () => {
  expect(NO_FACTS).toMatchObject({ dueOn: null, confidential: false })
  expect(Object.keys(NO_FACTS)).toHaveLength(ALL_FACTS.length)
})

test('an event of a fact touches that fact alone, and is told to those who follow the issue where the fact says so', () => {
  const event = { type: 'issue.confidential_set', data: { from: false, to: true } } as const
  expect(affectedFields({ ...event, number: 1, issue: 12 })).toEqual(['#12 confidential'])
  expect(notificationsFor(event).watchers).toBe(false)
  expect(notificationsFor({ type: 'issue.due_set', data: { from: null, to: '2026-01-09' } }).watchers).toBe(
    true,
  )
})
