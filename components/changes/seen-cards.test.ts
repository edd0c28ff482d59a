import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'

import { aCard, aView } from '#components/boards/testing/boards.ts'
import { viewBoard } from '#lib/contract/boards.ts'
import { indexIssues, rowsOfIssues } from '#lib/contract/issue-lists.ts'
import { readIssue } from '#lib/contract/issues.ts'
import type { Issue } from '#lib/contract/issues.ts'

import { patchFacts, patchIssue } from './patch-issue.ts'
import { seenCards } from './seen-cards.ts'

const GROUP = 'models'
/** What a page has read, by endpoint and input. */
function client(...read: [id: string, input: object, data: unknown][]) {
  const made = new QueryClient()
  for (const [id, input, data] of read) made.setQueryData([id, { group: GROUP, ...input }], data)
  return made
}
const titles = (of: QueryClient, refs: number[]) =>
  seenCards(of, GROUP, refs).map(({ ref, title }) => `#${ref} ${title}`)

test('a card is found wherever the page has read it: on a board, in a list, among rows or alone', () => {
  const seen = client(
    [viewBoard.id, { board: 'build' }, aView({ cards: [aCard({ ref: 1, title: 'On a board' })] })],
    [indexIssues.id, { filter: '' }, { total: 1, first: [aCard({ ref: 2, title: 'In a list' })] }],
    [rowsOfIssues.id, { refs: '3' }, { items: [aCard({ ref: 3, title: 'Among rows' })] }],
    [readIssue.id, { ref: 4 }, aCard({ ref: 4, title: 'Alone' })],
  )
  expect(titles(seen, [4, 3, 2, 1]).toSorted()).toEqual([
    '#1 On a board',
    '#2 In a list',
    '#3 Among rows',
    '#4 Alone',
  ])
  expect(titles(seen, [2, 9])).toEqual(['#2 In a list'])
})

test('what was read of another group, and of the past, is not what stands here now', () => {
  const seen = client(
    [readIssue.id, { ref: 1, group: 'others' }, aCard({ ref: 1 })],
    [viewBoard.id, { board: 'build', at: '2026-11-11' }, aView({ cards: [aCard({ ref: 2 })] })],
  )
  expect(seenCards(seen, GROUP, [1, 2])).toEqual([])
})

test('an issue is seen once, however often it was read', () => {
  const seen = client(
    [viewBoard.id, { board: 'build' }, aView({ cards: [aCard({ ref: 1 })] })],
    [viewBoard.id, { board: 'planning' }, aView({ cards: [aCard({ ref: 1 })] })],
  )
  expect(seenCards(seen, GROUP, [1])).toHaveLength(1)
})

test('what a person did shows on the page of the issue and in its rows, and nowhere else', () => {
  const seen = client(
    [readIssue.id, { ref: 1 }, { ...aCard({ ref: 1 }), description: 'As it was.' }],
    [indexIssues.id, { filter: '' }, { total: 2, first: [aCard({ ref: 1 }), aCard({ ref: 2 })] }],
    [rowsOfIssues.id, { refs: '2' }, { items: [aCard({ ref: 2 })] }],
    [rowsOfIssues.id, { refs: '1', at: '2026-11-11' }, { items: [aCard({ ref: 1 })] }],
  )
  const untouched = seen.getQueryData([rowsOfIssues.id, { group: GROUP, refs: '2' }])
  patchFacts(seen, GROUP, 1, { weight: 5 })
  const weights = (id: string, input: object, of: 'first' | 'items') =>
    (
      seen.getQueryData<Record<string, { weight: number }[]>>([id, { group: GROUP, ...input }])?.[of] ?? []
    ).map(({ weight }) => weight)
  expect(seen.getQueryData([readIssue.id, { group: GROUP, ref: 1 }])).toMatchObject({
    weight: 5,
    description: 'As it was.',
  })
  expect(weights(indexIssues.id, { filter: '' }, 'first')).toEqual([5, 1])
  expect(weights(rowsOfIssues.id, { refs: '1', at: '2026-11-11' }, 'items'), 'the past stays').toEqual([1])
  expect(seen.getQueryData([rowsOfIssues.id, { group: GROUP, refs: '2' }]), 'keeps its identity').toBe(
    untouched,
  )
})

test('title and version stay as they were read: the person who edits them goes by it', () => {
  const seen = client([readIssue.id, { ref: 1 }, aCard({ ref: 1, title: 'Mine', version: 1 })])
  patchFacts(seen, GROUP, 1, { title: 'Theirs', version: 2, weight: 5 })
  expect(seen.getQueryData([readIssue.id, { group: GROUP, ref: 1 }])).toMatchObject({
    title: 'Mine',
    version: 1,
    weight: 5,
  })
})

test('an issue that was not read is not made up', () => {
  const seen = client()
  patchIssue(seen, GROUP, 1, (issue: Issue) => ({ ...issue, weight: 5 }))
  patchFacts(seen, GROUP, 1, { weight: 5 })
  expect(
    seen
      .getQueryCache()
      .getAll()
      .flatMap(({ state }) => state.data ?? []),
  ).toEqual([])
})
