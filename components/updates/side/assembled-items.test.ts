import { expect, test } from 'vitest'

import { anUpdate, mySubject } from '../testing.ts'
import { assembledItems } from './assembled-items.ts'

const ready = { progress: ' Merged. ', blockers: '', next: '', confidence: 'slightly' } as const
const NONE = new Map()
const refs = (items: readonly { ref: number }[]) => items.map(({ ref }) => ref)

test('the updates of the group stand in their order', () => {
  const items = assembledItems({ updates: [anUpdate(2), anUpdate(1)], mine: [] }, NONE)
  expect(refs(items)).toEqual([2, 1])
})

test('what is proposed and not yet touched is in no text', () => {
  expect(assembledItems({ updates: [], mine: [mySubject(1)] }, NONE)).toEqual([])
})

test('what the reader has ready stands before what is posted, trimmed, and as theirs', () => {
  const mine = [mySubject(1), mySubject(3)]
  const items = assembledItems({ updates: [anUpdate(2)], mine }, new Map([['issue-1', ready]]))
  expect(refs(items)).toEqual([1, 2])
  expect(items[0]).toMatchObject({ progress: 'Merged.', confidence: 'slightly', mine: true })
})

test('a draft of another device is there too, and one without a confidence is not', () => {
  const draft = { ...ready, version: 1, savedAt: '2026-11-26T10:00:00Z' }
  expect(refs(assembledItems({ updates: [], mine: [mySubject(1, { draft })] }, NONE))).toEqual([1])
  const unready = { ...draft, confidence: null }
  expect(assembledItems({ updates: [], mine: [mySubject(1, { draft: unready })] }, NONE)).toEqual([])
})

test('an edit of what was posted stands in its place', () => {
  const update = anUpdate(1, { mine: true })
  const items = assembledItems(
    { updates: [anUpdate(2), update], mine: [mySubject(1, { update })] },
    new Map([['issue-1', ready]]),
  )
  expect(refs(items)).toEqual([2, 1])
  expect(items[1]?.progress).toBe('Merged.')
})

test('an edit that is not ready leaves what was posted', () => {
  const update = anUpdate(1, { mine: true })
  const items = assembledItems(
    { updates: [update], mine: [mySubject(1, { update })] },
    new Map([['issue-1', { ...ready, progress: '' }]]),
  )
  expect(items).toEqual([update])
})
