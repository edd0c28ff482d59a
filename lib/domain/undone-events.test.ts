import { expect, test } from 'vitest'

import { type Bound, statusAmong } from './undone-events.ts'

/** The status of each, in their order. */
const told = (...events: Bound[]) => events.map(statusAmong(events))
const weighed = (number: number, more: Partial<Bound> = {}): Bound => ({
  number,
  type: 'issue.weighed',
  ...more,
})

test('what was undone did not happen, and its undoing changed nothing of its own', () => {
  expect(told(weighed(1), weighed(2, { undoes: 1 }), weighed(3))).toEqual(['gone', 'undoes', 'counts'])
})

test('an undoing that was undone leaves the act as it was, and so on with what undoes that', () => {
  const [act, undo, redo] = [weighed(1), weighed(2, { undoes: 1 }), weighed(3, { undoes: 2 })]
  expect(told(act, undo, redo)).toEqual(['counts', 'gone', 'undoes'])
  expect(told(act, undo, redo, weighed(4, { undoes: 3 }))).toEqual(['gone', 'undoes', 'gone', 'undoes'])
})

test('what came about by an act goes with it and comes back with it, however long the chain', () => {
  const chain = [weighed(1), weighed(2, { cause: 1 }), weighed(3, { cause: 2 })]
  const undo = weighed(4, { undoes: 1 })
  expect(told(...chain, undo)).toEqual(['gone', 'gone', 'gone', 'undoes'])
  expect(told(...chain, undo, weighed(5, { undoes: 4 })).slice(0, 3)).toEqual(['counts', 'counts', 'counts'])
})

test('what has a number keeps it: its creation counts although it was undone, and so does what closed it', () => {
  const created: Bound = { number: 1, type: 'issue.created' }
  const closed: Bound = { number: 2, type: 'issue.closed', undoes: 1 }
  expect(told(created, closed)).toEqual(['counts', 'counts'])
  const reopened: Bound = { number: 3, type: 'issue.reopened', undoes: 2 }
  expect(told(created, closed, reopened), 'opened again by undo').toEqual(['counts', 'gone', 'undoes'])
})

test('an epic that its last issue closed stays closed where the undoing of that did not open it', () => {
  const last: Bound = { number: 1, type: 'issue.closed' }
  const epic: Bound = { number: 2, type: 'epic.closed', cause: 1, data: { number: 7 } }
  const undo: Bound = { number: 3, type: 'issue.reopened', undoes: 1 }
  const opened: Bound = { number: 4, type: 'epic.reopened', cause: 3, data: { number: 7 } }
  expect(told(last, epic, undo)).toEqual(['gone', 'counts', 'undoes'])
  expect(told(last, epic, undo, opened).slice(0, 2)).toEqual(['gone', 'gone'])
})

test('one act that two undoings name is back when both were undone, not before', () => {
  const [act, first, second] = [weighed(1), weighed(2, { undoes: 1 }), weighed(3, { undoes: 1 })]
  const redo = weighed(4, { undoes: 2 })
  expect(told(act, first, second, redo)[0]).toBe('gone')
  expect(told(act, first, second, redo, weighed(5, { undoes: 3 }))[0]).toBe('counts')
})
