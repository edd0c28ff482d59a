import { array, assert, constantFrom, property, record as recordOf, subarray, boolean } from 'fast-check'
import { expect, test } from 'vitest'

import type { AnyEvent } from './events.ts'
import { notificationsFor, recipientsOf } from './inbox.ts'
import { INBOX_KINDS } from './telling.ts'

const julie = { id: 'julie', name: 'Julie Huang' }
const cindy = { id: 'cindy', name: 'Cindy Halim' }
const lane = (title: string) => ({ id: title, title })
const moved = (facts: object): AnyEvent => ({
  type: 'issue.moved',
  data: {
    board: { id: '1', title: 'Build' },
    from: lane('in dev'),
    to: lane('in review'),
    order: 'group',
    rank: 'b',
    fromRank: 'a',
    added: [],
    removed: [],
    ...facts,
  },
})

test('a person who is mentioned is asked, and those who follow the issue hear what was said', () => {
  const telling = notificationsFor({ type: 'issue.commented', data: { comment: '1', mentioned: ['julie'] } })
  expect(telling).toEqual({ named: [{ person: 'julie', kind: 'mention' }], watchers: true })
})

test('the person who is handed an issue is told so, and the one who drove it hears that it went on', () => {
  const telling = notificationsFor({
    type: 'issue.handed_over',
    data: { from: julie, to: cindy, context: 'x', asked: null },
  })
  expect(telling.named).toEqual([
    { person: 'cindy', kind: 'dri_given' },
    { person: 'julie', kind: 'watched' },
  ])
})

test('the person asked to take over is asked by name; those whom it concerns hear what came of it', () => {
  const mohamed = { id: 'mohamed', name: 'Mohamed Hamda' }
  const both = { from: julie, to: cindy }
  const asked = notificationsFor({ type: 'issue.hand_over_offered', data: { ...both, context: 'x' } })
  expect(asked).toEqual({
    named: [
      { person: 'cindy', kind: 'hand_over' },
      { person: 'julie', kind: 'watched' },
    ],
    watchers: false,
  })
  const heard = (event: AnyEvent) =>
    notificationsFor(event).named.map(({ person, kind }) => `${person} ${kind}`)
  const by = { ...both, by: mohamed }
  expect(heard({ type: 'issue.hand_over_declined', data: { ...by, reason: 'No time.' } })).toEqual([
    'julie watched',
    'mohamed watched',
  ])
  const accepted: AnyEvent = { type: 'issue.hand_over_accepted', data: { ...by, context: 'x' } }
  expect(heard(accepted)).toEqual(['julie watched', 'mohamed watched'])
  expect(notificationsFor(accepted).watchers).toBe(true)
  expect(heard({ type: 'issue.hand_over_withdrawn', data: both })).toEqual(['julie watched', 'cindy watched'])
  const overtaken = { from: julie, to: mohamed, context: 'x', asked: cindy }
  expect(heard({ type: 'issue.handed_over', data: overtaken })).toEqual([
    'mohamed dri_given',
    'julie watched',
    'cindy watched',
  ])
})

test('a step over a board tells no person; becoming blocked, closed or open again does', () => {
  expect(notificationsFor(moved({}))).toEqual({ named: [], watchers: false })
  expect(notificationsFor(moved({ closed: 'done' })).watchers).toBe(true)
  expect(notificationsFor(moved({ reopened: true })).watchers).toBe(true)
  const blocked = { id: '9', title: 'workflow::blocked', meaning: 'workflow.blocked' }
  expect(notificationsFor(moved({ added: [blocked] })).watchers).toBe(true)
  expect(
    notificationsFor({ type: 'issue.labels_changed', data: { added: [blocked], removed: [] } }).watchers,
  ).toBe(true)
})

test('a person who is asked what something weighs is asked by name, and no other is told', () => {
  const telling = notificationsFor({ type: 'weighing.opened', data: { asked: ['julie'], people: [julie] } })
  expect(telling).toEqual({ named: [{ person: 'julie', kind: 'weighing_asked' }], watchers: false })
})

const people = ['ana', 'ben', 'cleo', 'dan']
const person = constantFrom(...people)
const aTelling = recordOf({
  named: array(recordOf({ person, kind: constantFrom(...INBOX_KINDS) }), { maxLength: 6 }),
  watchers: boolean(),
})

test('people are not told of their own acts or of what they may not see, and muting silences all but one’s own name', () => {
  assert(
    property(
      aTelling,
      person,
      subarray(people),
      subarray(people),
      subarray(people),
      (telling, actor, watchers, muted, seeing) => {
        const recipients = recipientsOf(telling, {
          actor,
          watchers,
          muted,
          maySee: (one) => seeing.includes(one),
        })
        const named = telling.named.map((one) => one.person)
        for (const one of recipients.keys()) {
          if (one === actor || !seeing.includes(one)) return false
          if (muted.includes(one) && !named.includes(one)) return false
        }
        return named.every((one) => one === actor || !seeing.includes(one) || recipients.has(one))
      },
    ),
  )
})

test('of two reasons the more pressing one counts', () => {
  const telling = notificationsFor({ type: 'issue.commented', data: { comment: '1', mentioned: ['ana'] } })
  const facts = { actor: 'ben', watchers: ['ana', 'cleo'], muted: [], maySee: () => true }
  expect([...recipientsOf(telling, facts)]).toEqual([
    ['ana', 'mention'],
    ['cleo', 'watched'],
  ])
})
