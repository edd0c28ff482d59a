import { expect, test } from 'vitest'

import { EVENT_KINDS, EVENT_NOUNS, nounsOf } from './event-nouns.ts'

test('each noun belongs to one kind that a reader of the audit log can ask for, and no kind is empty', () => {
  const listed = EVENT_KINDS.map((kind) => nounsOf(kind))
  for (const [at, nouns] of listed.entries()) expect(nouns.length, EVENT_KINDS[at]).toBeGreaterThan(0)
  expect(listed.flat().toSorted()).toEqual(Object.keys(EVENT_NOUNS).toSorted())
})

test('each noun touches a view, and removing the sample people touches all that the sample wrote', () => {
  for (const [noun, { topics }] of Object.entries(EVENT_NOUNS)) expect(topics.length, noun).toBeGreaterThan(0)
  const sample: readonly string[] = EVENT_NOUNS.sample.topics
  for (const topic of ['issues', 'epics', 'people', 'hands', 'updates', 'push_backs', 'models'])
    expect(sample).toContain(topic)
})

test('what stands in a view of another noun refreshes it too', () => {
  expect(EVENT_NOUNS.label.topics, 'views ask for labels by title').toContain('views')
  expect(EVENT_NOUNS.role.topics, 'a role is what a person may in a group').toEqual(['people', 'groups'])
  expect(EVENT_NOUNS.membership.topics).toEqual(['teams', 'people'])
  expect(EVENT_NOUNS.invitation.topics).toContain('people')
})
