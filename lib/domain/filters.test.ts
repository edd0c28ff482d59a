import { describe, expect, test } from 'vitest'

import { EVERYTHING, NONE, filterFrom, isEverything, matches, paramsOf, toggled } from './filters.ts'
import type { Clause, Filterable } from './filters.ts'

const labels = [
  { id: '1', title: 'type::bug', meaning: 'type.bug' },
  { id: '2', title: 'feature::addition', meaning: null },
  { id: '3', title: 'backend', meaning: null },
  { id: '4', title: 'docs', meaning: null },
]
const aCard = (facts: Partial<Filterable> = {}): Filterable => ({
  ref: 12,
  title: 'Slow model list',
  labelIds: [],
  weight: null,
  dri: null,
  assignees: [],
  team: null,
  epic: null,
  milestone: null,
  ...facts,
})
const shows = (query: string, card: Filterable) =>
  matches(card, filterFrom(new URLSearchParams(query)), { labels })

describe('the address of a filter', () => {
  test('says the same filter again when it is read back', () => {
    const filter = filterFrom(new URLSearchParams('q=slow+list&type!=bug&label=a&label=b&team=gateway'))
    expect(filterFrom(paramsOf(filter))).toEqual(filter)
  })

  test('leaves names alone that are no filter, and empty values', () => {
    expect(isEverything(filterFrom(new URLSearchParams('milestone=19.7&peek=4&type=&q=')))).toBe(true)
  })

  test('says a thing once', () => {
    expect(filterFrom(new URLSearchParams('team=a&team=a')).clauses).toHaveLength(1)
  })
})

describe('toggling a clause', () => {
  const bug: Clause = { field: 'type', is: true, value: 'bug' }

  test('twice leaves the filter as it was', () => {
    expect(toggled(toggled(EVERYTHING, bug), bug)).toEqual(EVERYTHING)
  })

  test('replaces its opposite', () => {
    expect(toggled(toggled(EVERYTHING, { ...bug, is: false }), bug).clauses).toEqual([bug])
  })
})

describe('what a filter shows', () => {
  test('what is mine, to whoever looks, and nothing where nobody does', () => {
    const card = aCard({ dri: 'julie', assignees: ['cindy'] })
    const filter = filterFrom(new URLSearchParams('person=me'))
    expect(['julie', 'cindy', 'newick', null].filter((me) => matches(card, filter, { labels, me }))).toEqual([
      'julie',
      'cindy',
    ])
  })

  test('any weight, whatever it is', () => {
    expect(shows('weight=any', aCard({ weight: 0 }))).toBe(true)
    expect(shows('weight=any', aCard())).toBe(false)
  })

  test('everything, while it asks for nothing', () => {
    expect(matches(aCard(), EVERYTHING, { labels })).toBe(true)
  })

  test('a type also when only a sub-type says it', () => {
    expect(shows('type=feature', aCard({ labelIds: ['2'] }))).toBe(true)
    expect(shows('type=bug', aCard({ labelIds: ['2'] }))).toBe(false)
    expect(shows(`type=${NONE}`, aCard({ labelIds: ['3'] }))).toBe(true)
  })

  test('either of two people, as DRI or as assignee', () => {
    expect(shows('person=julie&person=cindy', aCard({ dri: 'julie' }))).toBe(true)
    expect(shows('person=julie&person=cindy', aCard({ assignees: ['cindy'] }))).toBe(true)
    expect(shows('person=julie&person=cindy', aCard({ dri: 'newick' }))).toBe(false)
  })

  test('only what holds all of the labels', () => {
    expect(shows('label=backend&label=docs', aCard({ labelIds: ['3', '4'] }))).toBe(true)
    expect(shows('label=backend&label=docs', aCard({ labelIds: ['3'] }))).toBe(false)
    expect(shows('label=unheard+of', aCard({ labelIds: ['3'] }))).toBe(false)
  })

  test('nothing that is excluded', () => {
    expect(shows('type!=bug', aCard({ labelIds: ['1'] }))).toBe(false)
    expect(shows('type!=bug', aCard())).toBe(true)
    expect(shows('team=a&team!=a', aCard({ team: 'a' }))).toBe(false)
  })

  test('what nobody has', () => {
    expect(shows('person=none', aCard())).toBe(true)
    expect(shows('person=none', aCard({ assignees: ['julie'] }))).toBe(false)
    expect(shows('team=none&epic=none&weight=none', aCard())).toBe(true)
    expect(shows('weight=none', aCard({ weight: 0 }))).toBe(false)
  })

  test('an epic by its number and a weight by its figure', () => {
    expect(shows('epic=3&weight=2', aCard({ epic: 3, weight: 2 }))).toBe(true)
    expect(shows('epic=3', aCard({ epic: 31 }))).toBe(false)
  })

  test('every word of the text, in any case, or the number', () => {
    expect(shows('q=LIST+slow', aCard())).toBe(true)
    expect(shows('q=list+fast', aCard())).toBe(false)
    expect(shows('q=%2312', aCard())).toBe(true)
    expect(shows('q=12', aCard())).toBe(true)
    expect(shows('q=1', aCard())).toBe(false)
  })
})
