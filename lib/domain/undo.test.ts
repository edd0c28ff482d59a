import { expect, test } from 'vitest'

import { changedSince, whyNotUndo } from './undo.ts'

const now = new Date('2026-01-07T12:00:00Z')
const weighed = (number: number, issue = 1) =>
  ({ type: 'issue.weighed', data: { from: 1, to: 2 }, number, actorId: 'julie', issue }) as const

test('an act of one’s own of the last day can be taken back, one of somebody else or of before cannot', () => {
  const act = { type: 'issue.weighed', mine: true, at: now, now } as const
  expect(whyNotUndo(act)).toBeNull()
  expect(whyNotUndo({ ...act, mine: false })?.code).toBe('not_yours')
  expect(whyNotUndo({ ...act, now: new Date(now.getTime() + 86_400_001) })?.code).toBe('too_old')
})

test('what is never taken back says what one does instead', () => {
  const why = whyNotUndo({ type: 'issue.handed_over', mine: true, at: now, now })
  expect(why?.because).toBe('A hand-over is made again the other way, with context.')
})

test('a later act on the same thing of the same issue keeps the earlier one as it is', () => {
  expect(changedSince(weighed(1), [weighed(2)])?.number).toBe(2)
  expect(changedSince(weighed(1), [weighed(2, 9)])).toBeNull()
  expect(changedSince(weighed(3), [weighed(2)])).toBeNull()
  const closed = {
    type: 'issue.closed',
    data: { reason: 'done' },
    number: 4,
    actorId: null,
    issue: 1,
  } as const
  expect(changedSince(weighed(1), [closed])).toBeNull()
})
