import { expect, test } from 'vitest'

import { milestoneAt } from './milestone-at.ts'

const one = (slug: string, shelf: 'backlog' | null = null) => ({
  id: slug,
  slug,
  title: slug,
  shelf,
  startOn: shelf === null ? '2026-11-14' : null,
  dueOn: shelf === null ? '2026-12-11' : null,
  closed: false,
})
const items = [one('19.8'), one('19.7'), one('19.6'), one('backlog', 'backlog')]
const at = (address: string, facts: { current?: string; next?: string; items?: typeof items } = {}) =>
  milestoneAt({ items, current: null, next: null, ...facts }, address)?.slug ?? null

test('an address names a milestone, or the one that runs, or the one after it', () => {
  const both = { current: '19.7', next: '19.8' }
  expect([at('19.6', both), at('current', both), at('next', both)]).toEqual(['19.6', '19.7', '19.8'])
})

test('between two milestones the next stands in for the current, and at the end the current for the next', () => {
  expect(at('current', { next: '19.8' })).toBe('19.8')
  expect(at('next', { current: '19.7' })).toBe('19.7')
})

test('where neither is, the latest that there is; where there is none at all, nothing', () => {
  expect([at('current'), at('next')]).toEqual(['19.8', '19.8'])
  const shelves = items.filter(({ shelf }) => shelf !== null)
  expect([at('current', { items: shelves }), at('next', { items: [] })]).toEqual([null, null])
})

test('a shelf and an unknown address show no milestone', () => {
  expect([at('backlog'), at('19.9'), at('')]).toEqual([null, null, null])
})
