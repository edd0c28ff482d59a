import { expect, test } from 'vitest'
import { countedByConfidence } from './confidence-counts.ts'

const subject = (ref: number, confidence: 'not' | 'slightly' | 'very' | null) => ({
  kind: 'issue' as const,
  ref,
  title: `Issue ${ref}`,
  confidence,
})

test('active work is counted from the least sure on, and what has no update yet comes last', () => {
  const all = [subject(1, 'very'), subject(2, null), subject(3, 'not'), subject(4, 'very')]
  expect(
    countedByConfidence(all).map(({ words, subjects }) => [words, subjects.map(({ ref }) => ref)]),
  ).toEqual([
    ['Not confident', [3]],
    ['Very confident', [1, 4]],
    ['No update yet', [2]],
  ])
})

test('without active work nothing is counted', () => {
  expect(countedByConfidence([])).toEqual([])
})

test('issues have a list and epics have none, so each bar says how many of both there are', () => {
  const all = [subject(1, 'very'), { ...subject(4, 'very'), kind: 'epic' as const }, subject(2, 'very')]
  expect(countedByConfidence(all)).toMatchObject([{ id: 'very', issues: 2, epics: 1 }])
})
