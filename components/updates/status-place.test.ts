import { expect, test } from 'vitest'

import { statusPlace, statusQuery } from './status-place.ts'

const today = '2026-11-26'
const at = (query: string, mayPost = true) => statusPlace(new URLSearchParams(query), { today, mayPost })

test('the page begins with one’s own updates of the week that runs', () => {
  expect(at('')).toEqual({ view: 'mine', week: '2026-W48', current: '2026-W48' })
  expect(at('view=mine&week=2026-W40').week).toBe('2026-W48')
})

test('a person who posts no updates sees those of the group first', () => {
  expect(at('', false)).toEqual({ view: 'group', week: '2026-W48', current: '2026-W48' })
  expect(at('view=mine', false).view).toBe('mine')
})

test('the history begins with the week before this one', () => {
  expect(at('view=history').week).toBe('2026-W47')
})

test('a week that is over is shown as the address says', () => {
  expect(at('view=group&week=2026-W44')).toMatchObject({ view: 'group', week: '2026-W44' })
})

test.each(['2026-W49', '2026-W54', 'soon', ''])('“%s” is no week to be read yet', (week) => {
  expect(at(`view=group&week=${week}`).week).toBe('2026-W48')
})

test('an unknown view is that with which the page begins', () => {
  expect(at('view=theirs').view).toBe('mine')
})

test('in the first week of a year the week before is of the last year', () => {
  const first = statusPlace(new URLSearchParams('view=history'), { today: '2027-01-05', mayPost: true })
  expect(first).toEqual({ view: 'history', week: '2026-W53', current: '2027-W01' })
})

test.each([
  'view=mine',
  'view=group',
  'view=group&week=2026-W44',
  'view=history',
  'view=history&week=2026-W40',
])('%s is written as it was read', (query) => {
  expect(new URLSearchParams(statusQuery(at(query))).toString()).toBe(query)
})
