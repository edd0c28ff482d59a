import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { CONFIDENCES } from './confidence.ts'
import { byAttention, DRIVEN_KINDS, drivenSign, drivenSlug, isAsked, type Pressing } from './dri-table.ts'
import { DRIFT_KINDS } from './drift.ts'

const line = (stated: Partial<Pressing>): Pressing => ({
  kind: 'issue',
  ref: 1,
  drifts: [],
  hand: false,
  waits: false,
  confidence: null,
  updatedOn: '2026-01-05',
  ...stated,
})

test('hands come first, then what drifts, what waits for an answer, and what its DRI is not sure of', () => {
  const lines = [
    line({ ref: 1, confidence: 'very' }),
    line({ ref: 2, confidence: 'not' }),
    line({ ref: 3, waits: true }),
    line({ ref: 4, drifts: [{ kind: 'no_update' }] }),
    line({ ref: 5, drifts: [{ kind: 'no_update' }, { kind: 'no_dri' }] }),
    line({ ref: 6, hand: true }),
    line({ ref: 7, confidence: 'slightly' }),
  ]
  expect(lines.toSorted(byAttention).map(({ ref }) => ref)).toEqual([6, 5, 4, 3, 2, 7, 1])
})

test('of two that need it alike the longer silent comes first, one that said nothing before all', () => {
  const lines = [
    line({ ref: 1, updatedOn: '2026-01-06' }),
    line({ ref: 2, updatedOn: null }),
    line({ ref: 3, updatedOn: '2025-12-20' }),
  ]
  expect(lines.toSorted(byAttention).map(({ ref }) => ref)).toEqual([2, 3, 1])
})

const anyLine = fc.record<Pressing>({
  kind: fc.constantFrom(...DRIVEN_KINDS),
  ref: fc.integer({ min: 1, max: 40 }),
  drifts: fc.array(fc.record({ kind: fc.constantFrom(...DRIFT_KINDS) }), { maxLength: 3 }),
  hand: fc.boolean(),
  waits: fc.boolean(),
  confidence: fc.option(fc.constantFrom(...CONFIDENCES)),
  updatedOn: fc.option(fc.constantFrom('2026-01-01', '2026-01-05', '2026-01-08')),
})

test('the order is one: the same from whichever order one begins, and nothing calm stands above what drifts', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyLine, { selector: (one) => `${one.kind} ${one.ref}` }), (lines) => {
      const sorted = lines.toSorted(byAttention)
      expect(lines.toReversed().toSorted(byAttention)).toEqual(sorted)
      const calm = sorted.findIndex(({ drifts, hand }) => drifts.length === 0 && !hand)
      if (calm >= 0)
        expect(sorted.slice(calm).every(({ drifts, hand }) => drifts.length === 0 && !hand)).toBe(true)
    }),
  )
})

test('an initiative is named as the epic that it is', () => {
  expect([drivenSign({ kind: 'initiative', ref: 3 }), drivenSlug({ kind: 'initiative', ref: 3 })]).toEqual([
    '&3',
    'epic-3',
  ])
  expect([drivenSign({ kind: 'issue', ref: 12 }), drivenSlug({ kind: 'issue', ref: 12 })]).toEqual([
    '#12',
    'issue-12',
  ])
})

test('lines are narrowed by person, team, kind, need and words, all at once', () => {
  const asked = { person: null, team: null, show: 'all', find: '' } as const
  const one = {
    kind: 'issue' as const,
    ref: 12,
    title: 'Slow model list',
    dri: { handle: 'julie', name: 'Julie Huang' },
    teams: ['gateway'],
    drifts: [],
    hand: null,
  }
  expect(isAsked(one, asked)).toBe(true)
  expect(isAsked(one, { ...asked, person: 'julie', team: 'gateway', find: 'MODEL' })).toBe(true)
  expect(isAsked(one, { ...asked, person: 'none' })).toBe(false)
  expect(isAsked({ ...one, dri: null }, { ...asked, person: 'none' })).toBe(true)
  expect(isAsked(one, { ...asked, team: 'evaluation' })).toBe(false)
  expect(isAsked(one, { ...asked, show: 'epic' })).toBe(false)
  expect(isAsked(one, { ...asked, show: 'attention' })).toBe(false)
  expect(isAsked({ ...one, drifts: [{}] }, { ...asked, show: 'attention' })).toBe(true)
  expect(isAsked({ ...one, hand: {} }, { ...asked, show: 'attention' })).toBe(true)
  for (const find of ['#12', 'huang', ' slow ']) expect(isAsked(one, { ...asked, find })).toBe(true)
  expect(isAsked(one, { ...asked, find: '#13' })).toBe(false)
})
