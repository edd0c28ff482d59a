import { expect, test } from 'vitest'

import { EVENT_TYPES } from './event-rows.ts'
import { changedSince, isUndoable, partsOf, superseded, whyNever, whyNotUndo } from './undo.ts'
import { because } from './testing/because.ts'

const now = new Date('2026-01-07T12:00:00Z')
const weighed = (number: number, issue = 1) =>
  ({
    type: 'issue.weighed',
    data: { from: 1, to: 2 },
    number,
    act: number,
    undoes: null,
    cause: null,
    actorId: 'julie',
    issue,
  }) as const

test('an act of one’s own of the last day can be taken back, one of another person or of before cannot', () => {
  const act = { type: 'issue.weighed', mine: true, at: now, now } as const
  expect(whyNotUndo(act)).toBeNull()
  expect(whyNotUndo({ ...act, mine: false })?.code).toBe('not_yours')
  expect(whyNotUndo({ ...act, now: new Date(now.getTime() + 86_400_001) })?.code).toBe('too_old')
})

test('what is never taken back says what one does instead', () => {
  const why = whyNotUndo({ type: 'issue.hand_over_accepted', mine: true, at: now, now })
  expect(why?.because).toBe('Ask for a hand-over in the other direction instead.')
})

test('a later act on the same thing of the same issue keeps the earlier one as it is', () => {
  expect(changedSince(weighed(1), [weighed(2)])?.number).toBe(2)
  expect(changedSince(weighed(1), [weighed(2, 9)])).toBeNull()
  expect(changedSince(weighed(3), [weighed(2)])).toBeNull()
  const closed = {
    type: 'issue.closed',
    data: { reason: 'done' },
    number: 4,
    act: 4,
    undoes: null,
    cause: null,
    actorId: null,
    issue: 1,
  } as const
  expect(changedSince(weighed(1), [closed])).toBeNull()
})

test('what cannot be undone says why, in a sentence; the compiler insists on an undo handler for all others', () => {
  const lasting = EVENT_TYPES.filter((type) => !isUndoable(type))
  expect(lasting.length).toBeGreaterThan(10)
  for (const type of lasting) expect(whyNever(type)).toMatch(/^[A-Z].{20,}\.$/)
})

test('an act that was taken back counts no more, nor does its undoing, and an undoing undone leaves the act', () => {
  const back = (number: number, undoes: number) => ({ ...weighed(number), undoes })
  expect(superseded([weighed(1), back(2, 1)])).toEqual({ undone: new Set([1]), gone: new Set([1, 2]) })
  expect(superseded([weighed(1), back(2, 1), back(3, 2)])).toEqual({
    undone: new Set([2]),
    gone: new Set([2, 3]),
  })
  expect(changedSince(weighed(1), [weighed(2), back(3, 2)])).toBeNull()
  expect(changedSince(weighed(1), [weighed(2), back(3, 2), back(4, 3)])?.number).toBe(2)
  // What is taken back once more before it, and what took that back.
  expect(changedSince(back(4, 3), [back(5, 2)])?.number).toBe(5)
  expect(changedSince(back(4, 3), [back(5, 2), back(6, 5)])).toBeNull()
})

test('the rest of one’s own act is no obstacle, and what it brought about is taken back with it', () => {
  expect(changedSince(weighed(1), [{ ...weighed(2), act: 1 }])).toBeNull()
  const itself = { number: 1, title: 'Lifecycle', because: 'All of it.' }
  const facts = { number: 3, act: 1, undoes: null, cause: null, actorId: 'julie', issue: null }
  const closedItself = { ...facts, cause: 2, type: 'epic.closed', data: itself } as const
  expect(partsOf([weighed(1), weighed(2), closedItself]).map(({ number }) => number)).toEqual([2, 1])
})

test('a change of the whole of a thing changed its parts', () => {
  const facts = { act: 1, undoes: null, cause: null, actorId: 'julie', issue: null }
  const renamed = { ...facts, number: 1, type: 'label.renamed', data: { from: 'a', to: 'b', id: 7 } } as const
  const gone = {
    ...facts,
    number: 2,
    act: 2,
    type: 'label.removed',
    data: { title: 'b', meaning: null, id: 7, description: '', hue: 1, sample: false },
  } as const
  expect(changedSince(renamed, [gone])?.number).toBe(2)
  expect(changedSince(renamed, [{ ...gone, data: { ...gone.data, id: 70 } }])).toBeNull()
})

test('a change is undone within a day, to the millisecond, by the person who made it', () => {
  const act = {
    type: 'issue.weighed',
    mine: true,
    at: now,
    now: new Date(now.getTime() + 86_400_000),
  } as const
  expect(whyNotUndo(act)).toBeNull()
  expect(because(whyNotUndo({ ...act, now: new Date(act.now.getTime() + 1) }))).toBe(
    'This change is more than a day old. Change it by hand.',
  )
  expect(because(whyNotUndo({ ...act, mine: false }))).toBe(
    'Only the person who made this change can undo it.',
  )
})
