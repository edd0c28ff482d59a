import { describe, expect, test } from 'vitest'

import type { LabelFact } from './labels.ts'
import { narrate } from './narration.ts'
import { needText, waitChange, waitedText } from './wait.ts'

const blocked: LabelFact = { id: '1', title: 'Stuck', meaning: 'workflow.blocked' }
const need = { need: 'the price list', from: 'Purchasing' }
const since = '2026-01-04T11:00:00.000Z'
const now = new Date('2026-01-07T12:00:00Z')
const facts = { wait: null, labels: [blocked], open: true, asked: undefined, now }

describe('the wait of a blocked issue', () => {
  test('begins with the label, whatever it is called, and knows what was answered', () => {
    expect(waitChange({ ...facts, asked: need })).toEqual({ blocked: need })
    expect(waitChange(facts)).toEqual({ blocked: { need: '', from: '' } })
  })

  test('goes on while the label stays on an open issue', () => {
    expect(waitChange({ ...facts, wait: { ...need, since }, asked: { need: 'x', from: '' } })).toEqual({})
  })

  test('ends with the label and with the issue, and tells how long it lasted', () => {
    const waited = { waited: { ...need, since, days: 3 } }
    expect(waitChange({ ...facts, wait: { ...need, since }, labels: [] })).toEqual(waited)
    expect(waitChange({ ...facts, wait: { ...need, since }, open: false })).toEqual(waited)
  })

  test('is nothing that a closed issue has', () => {
    expect(waitChange({ ...facts, open: false })).toEqual({})
  })
})

test('a need is told with as much as was said', () => {
  expect(needText(need)).toBe('is blocked on the price list from Purchasing')
  expect(needText({ need: 'a decision', from: '' })).toBe('is blocked on a decision')
  expect(needText({ need: '', from: 'Legal' })).toBe('is blocked on Legal')
  expect(needText({ need: '', from: '' })).toBe('is blocked, reason not set')
})

test('a wait is told in whole days', () => {
  expect([0, 1, 3].map((days) => waitedText({ days }))).toEqual([
    'was blocked for less than a day',
    'was blocked for a day',
    'was blocked for 3 days',
  ])
})

describe('what is told of an act', () => {
  const since = '2026-01-04T11:00:00.000Z'
  const waited = { ...need, since, days: 3 }
  const event = { actorName: 'Cindy Halim', subject: '#12' }

  test('says what an issue waits for from now on', () => {
    const data = { added: [blocked], removed: [], blocked: need }
    expect(narrate({ ...event, type: 'issue.labels_changed', data })).toBe(
      'Cindy Halim added ~Stuck to #12; it is blocked on the price list from Purchasing.',
    )
    expect(narrate({ ...event, type: 'issue.reopened', data: { was: 'done', blocked: need } })).toBe(
      'Cindy Halim reopened #12; it is blocked on the price list from Purchasing.',
    )
  })

  test('says how long it was blocked', () => {
    const lane = (title: string) => ({ id: title, title })
    const move = {
      board: lane('Build'),
      from: lane('blocked'),
      to: lane('in dev'),
      order: 'group' as const,
      rank: 'b',
      fromRank: 'a',
    }
    const data = { ...move, added: [], removed: [blocked], waited }
    expect(narrate({ ...event, type: 'issue.moved', data })).toBe(
      'Cindy Halim moved #12 from blocked to in dev; it was blocked for 3 days.',
    )
    expect(narrate({ ...event, type: 'issue.closed', data: { reason: 'done', waited } })).toBe(
      'Cindy Halim closed #12: done; it was blocked for 3 days.',
    )
  })
})
