import { expect, test } from 'vitest'

import { laterWords } from './later.ts'

const inDev = { id: '4', title: 'In dev' }
const lane = { board: { id: '1', title: 'Build' }, from: inDev, to: inDev, added: [], removed: [] }
const rank = { order: 'group' as const, rank: 'V', fromRank: 'U' }

test('what happens to an issue after the end is told in one sentence', () => {
  expect(laterWords({ type: 'issue.closed', data: { reason: 'done' } })).toBe('Closed as done after the end.')
  expect(laterWords({ type: 'issue.closed', data: { reason: 'duplicate' } })).toBe(
    'Closed as a duplicate after the end.',
  )
  expect(laterWords({ type: 'issue.reopened', data: { was: 'done' } })).toBe('Reopened after the end.')
  expect(laterWords({ type: 'issue.weighed', data: { from: null, to: 3 } })).toBe(
    'Weight changed from none to 3 after the end.',
  )
  const to = { id: '8', title: '19.8' }
  expect(laterWords({ type: 'issue.milestone_set', data: { from: null, to } })).toBe(
    'Moved to 19.8 after the end.',
  )
  expect(laterWords({ type: 'issue.milestone_set', data: { from: to, to: null } })).toBe(
    'Taken out of its milestone after the end.',
  )
})

test('a card that is moved on a board is news only where that closed or reopened it', () => {
  const moved = (more: object) => laterWords({ type: 'issue.moved', data: { ...lane, ...rank, ...more } })
  expect(moved({ closed: 'wont_do' })).toBe('Closed as won’t do after the end.')
  expect(moved({ reopened: true, was: 'done' })).toBe('Reopened after the end.')
  expect(moved({})).toBeNull()
})
