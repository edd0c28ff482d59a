import { expect, test } from 'vitest'

import { foundLink, KINDS, signOf } from './found-links.ts'

const link = (kind: (typeof KINDS)[number]['kind'], key: string, issue: number | null = null) =>
  foundLink('models', { kind, key, issue })

test('a result leads to where it can be looked at', () => {
  const [issue, comment] = [link('issue', '12', 12), link('comment', '77', 12)]
  expect([issue, comment]).toEqual(['/models/issues/12', '/models/issues/12#comment-77'])
  const [epic, milestone, person] = [link('epic', '3'), link('milestone', '19.7'), link('person', 'julie')]
  expect([epic, milestone, person]).toEqual([
    '/models/epics/3',
    '/models/boards/planning?milestone=19.7',
    '/models/issues?person=julie',
  ])
  for (const kind of ['scope', 'boundary'] as const) expect(link(kind, '4')).toBe('/models/ownership')
})

test('an issue and its comments are known by its number, an epic by its own, the rest by words', () => {
  expect(signOf({ kind: 'issue', key: '12', issue: 12 })).toBe('#12')
  expect(signOf({ kind: 'comment', key: '77', issue: 12 })).toBe('#12')
  expect(signOf({ kind: 'epic', key: '3', issue: null })).toBe('&3')
  expect(signOf({ kind: 'person', key: 'julie', issue: null })).toBe('')
})

test('each kind stands once in the list of results, under a title of its own', () => {
  const titles = KINDS.map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
  expect(new Set(KINDS.map(({ kind }) => kind)).size).toBe(KINDS.length)
})
