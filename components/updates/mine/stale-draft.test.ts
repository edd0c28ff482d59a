import { expect, test } from 'vitest'

import { Refused } from '#lib/http/call.ts'

import { staleDraft } from './stale-draft.ts'

const theirs = { progress: 'From the other one.', blockers: '', next: '', confidence: null }
const problem = {
  type: 'about:blank',
  title: 'Stale',
  status: 409,
  code: 'stale' as const,
  detail: 'You have edited this draft on another device. Choose a version.',
  requestId: 'r',
}

test('the other version comes with its number', () => {
  const error = new Refused({ ...problem, theirs, version: 4, savedAt: '2026-11-26T10:00:00Z' })
  expect(staleDraft(error)).toEqual({ ...theirs, version: 4, savedAt: '2026-11-26T10:00:00Z' })
})

test('what was posted or discarded elsewhere is gone', () => {
  expect(staleDraft(new Refused({ ...problem, theirs: null, version: 0 }))).toBe('gone')
})

test('anything else is no such case', () => {
  expect(staleDraft(new TypeError('Failed to fetch'))).toBeNull()
  expect(staleDraft(new Refused({ ...problem, code: 'not_found', status: 404 }))).toBeNull()
  expect(staleDraft(new Refused({ ...problem, theirs: { progress: 1 }, version: 4 }))).toBeNull()
})
