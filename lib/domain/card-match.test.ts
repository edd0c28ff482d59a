import { describe, expect, test } from 'vitest'

import { cardsMeeting, partsForCards } from './card-match.ts'
import type { MatchableCard } from './card-match.ts'
import { conditionOf } from './chips.ts'
import { parseCondition } from './condition-parser.ts'
import { printCondition } from './conditions.ts'
import { chipsFrom } from './filters.ts'

const labels = [
  { id: '1', title: 'type::bug', meaning: 'type.bug' },
  { id: '2', title: 'feature::addition', meaning: null },
  { id: '3', title: 'backend', meaning: null },
  { id: '4', title: 'docs', meaning: null },
]
const aCard = (facts: Partial<MatchableCard> = {}): MatchableCard => ({
  ref: 12,
  title: 'Slow model list',
  state: 'open',
  closeReason: null,
  labelIds: [],
  weight: null,
  dri: null,
  assignees: [],
  team: null,
  epic: null,
  milestone: null,
  due: null,
  confidential: false,
  confident: null,
  ...facts,
})
const shows = (query: string, card: MatchableCard, me: string | null = null) => {
  const condition = conditionOf(chipsFrom(new URLSearchParams(query)), { words: 'title' })
  return cardsMeeting(condition, labels, { me, current: null, next: null, today: '2026-01-07' })(card)
}

test('a board filters by what was said last of a card, without asking the server', () => {
  const parsed = parseCondition('confidence:not or confidence:none')
  if ('refusal' in parsed) throw new Error(parsed.refusal.because)
  expect(printCondition(partsForCards(parsed.condition).there)).toBe('')
  const said = (confident: MatchableCard['confident']) =>
    cardsMeeting(parsed.condition, labels, { me: null, current: null, next: null, today: '2026-01-07' })(
      aCard({ confident }),
    )
  expect([said('not'), said('slightly'), said('very'), said(null)]).toEqual([true, false, false, true])
})

test('cards answer what they carry, and the server is asked the rest', () => {
  const parsed = parseCondition('type:bug and (dri:none or author:julie) and not blocked:yes and title:slow')
  if ('refusal' in parsed) throw new Error(parsed.refusal.because)
  const { here, there } = partsForCards(parsed.condition)
  expect(printCondition(here)).toBe('type:bug and title:slow')
  expect(printCondition(there)).toBe('(dri:none or author:julie) and not blocked:yes')
})

describe('what a filter shows', () => {
  test('what is mine, to the reader, and nothing where there is no reader', () => {
    const card = aCard({ dri: 'julie', assignees: ['cindy'] })
    expect(['julie', 'cindy', 'newick', null].filter((me) => shows('person=me', card, me))).toEqual([
      'julie',
      'cindy',
    ])
  })

  test('any weight, whatever it is', () => {
    expect(shows('weight=any', aCard({ weight: 0 }))).toBe(true)
    expect(shows('weight=any', aCard())).toBe(false)
  })

  test('everything, while it asks for nothing', () => {
    expect(shows('', aCard())).toBe(true)
  })

  test('a type also when only a sub-type says it', () => {
    expect(shows('type=feature', aCard({ labelIds: ['2'] }))).toBe(true)
    expect(shows('type=bug', aCard({ labelIds: ['2'] }))).toBe(false)
    expect(shows(`type=none`, aCard({ labelIds: ['3'] }))).toBe(true)
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

  test('what no person has', () => {
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
