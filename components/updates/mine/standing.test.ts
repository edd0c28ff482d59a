import { expect, test } from 'vitest'

import { anUpdate } from '../testing.ts'
import { standingsText, subjectStanding } from './standing.ts'

const written = { progress: 'Merged.', blockers: '', next: '', confidence: 'very' } as const
const draft = { ...written, version: 1, savedAt: '2026-11-26T10:00:00Z' }
const update = anUpdate(1, written)
const fresh = { update: null, draft: null, proposed: 'Moved to in review.' }
const here = { written: undefined, waits: false }

test('what is proposed alone is never ready', () => {
  expect(subjectStanding(fresh, here)).toBe('unready')
})

test('it is ready once a confidence is chosen, here or on another device', () => {
  expect(subjectStanding(fresh, { ...here, written })).toBe('ready')
  expect(subjectStanding({ ...fresh, draft }, here)).toBe('ready')
  expect(subjectStanding({ ...fresh, draft: { ...draft, confidence: null } }, here)).toBe('unready')
})

test('what is posted is posted until it is edited', () => {
  expect(subjectStanding({ ...fresh, update }, here)).toBe('posted')
  expect(subjectStanding({ ...fresh, update, draft }, here)).toBe('ready')
  expect(subjectStanding({ ...fresh, update }, { ...here, written: { ...written, progress: '' } })).toBe(
    'unready',
  )
})

test('what was posted without a connection waits', () => {
  expect(subjectStanding({ ...fresh, draft }, { written, waits: true })).toBe('waits')
})

test.each([
  [['ready', 'ready', 'unready'], '2 of 3 ready'],
  [['posted', 'ready', 'unready'], '1 posted, 1 of 2 ready'],
  [['posted', 'posted'], '2 posted'],
  [['waits', 'unready'], '1 to be sent, 0 of 1 ready'],
  [[], ''],
] as const)('%j is said as “%s”', (all, text) => {
  expect(standingsText(all)).toBe(text)
})
