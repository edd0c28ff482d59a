import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { DRIFT_KINDS, type DriftFacts, driftOf, driftsOf } from './drift.ts'
import { DRIFT_ORDER } from './drift-told.ts'
import { STATES } from './workflow.ts'

const facts = (stated: Partial<DriftFacts> = {}): DriftFacts => ({
  kind: 'issue',
  driven: true,
  driGone: false,
  askedGone: false,
  state: 'in-dev',
  passed: null,
  away: null,
  quiet: 0,
  ...stated,
})
const kinds = (stated: Partial<DriftFacts>) => driftsOf(facts(stated)).map(({ kind }) => kind)

test('work with a DRI who is here and says how it goes does not drift', () => {
  expect(driftOf(facts())).toBeNull()
  expect(driftOf(facts({ kind: 'epic', state: 'none' }))).toBeNull()
})

test('active work without a DRI drifts, other work may wait for one', () => {
  expect(driftOf(facts({ driven: false }))).toEqual({ kind: 'no_dri', because: 'In dev without a DRI.' })
  expect(driftOf(facts({ driven: false, state: 'scheduling' }))).toBeNull()
  expect(driftOf(facts({ driven: false, state: 'none' }))).toBeNull()
})

test('an epic that is worked on drifts without a tech lead', () => {
  expect(driftOf(facts({ kind: 'epic', driven: false, state: 'none' }))).toEqual({
    kind: 'no_dri',
    because: 'Its issues are worked on without a tech lead.',
  })
  expect(driftOf(facts({ kind: 'epic', driGone: true, state: 'none' }))?.because).toBe(
    'Its tech lead is no longer in the group.',
  )
})

test('a DRI who left, or was asked and left, drifts in any state', () => {
  expect(driftOf(facts({ driGone: true, state: 'none' }))?.kind).toBe('dri_gone')
  expect(driftOf(facts({ askedGone: true, state: 'none' }))?.kind).toBe('asked_gone')
})

test('an absence of active work drifts from two working days on', () => {
  expect(driftOf(facts({ away: { from: '2026-12-01', to: '2026-12-04' } }))?.kind).toBe('away')
  expect(driftOf(facts({ away: { from: '2026-12-05', to: '2026-12-06' } }))).toBeNull()
  expect(driftOf(facts({ state: 'none', away: { from: '2026-12-01', to: '2026-12-04' } }))).toBeNull()
})

test('a DRI who no longer works on it is named', () => {
  expect(driftOf(facts({ passed: 'Cindy' }))?.because).toBe('Others work on it, and Cindy is still its DRI.')
})

test('a week and a day without an update is drift, a week is not; where none is owed there is none', () => {
  expect(driftOf(facts({ quiet: 8 }))).toEqual({ kind: 'no_update', because: 'No update for 8 days.' })
  expect(driftOf(facts({ quiet: 7 }))).toBeNull()
  expect(driftOf(facts({ quiet: null }))).toBeNull()
  expect(driftOf(facts({ quiet: 20, state: 'scheduling' }))).toBeNull()
  expect(driftOf(facts({ quiet: 20, driven: false }))?.kind).toBe('no_dri')
})

test('all that lets one thing drift is told, but of a person who left no absence and no silence', () => {
  const away = { from: '2026-12-01', to: '2026-12-04' } as const
  expect(kinds({ passed: 'Cindy', away, quiet: 9 })).toEqual(['passed', 'away', 'no_update'])
  expect(kinds({ driGone: true, askedGone: true, passed: 'Cindy', away, quiet: 9 })).toEqual([
    'dri_gone',
    'asked_gone',
  ])
})

const anyFacts = fc.record<DriftFacts>({
  kind: fc.constantFrom('issue', 'epic'),
  driven: fc.boolean(),
  driGone: fc.boolean(),
  askedGone: fc.boolean(),
  state: fc.constantFrom(...STATES, 'none'),
  passed: fc.option(fc.constant('Cindy')),
  away: fc.option(fc.constant({ from: '2026-12-01', to: '2026-12-04' })),
  quiet: fc.option(fc.nat(40)),
})

test('each kind is told once at most, and the first is the one told alone', () => {
  fc.assert(
    fc.property(anyFacts, (any) => {
      const told = driftsOf(any).map(({ kind }) => kind)
      expect(new Set(told).size).toBe(told.length)
      expect(driftOf(any)?.kind).toBe(told[0])
      expect(told).toEqual(told.toSorted((a, b) => DRIFT_KINDS.indexOf(a) - DRIFT_KINDS.indexOf(b)))
    }),
  )
})

test('each kind has its place, its act and its sentence', () => {
  expect([...DRIFT_ORDER].toSorted()).toEqual([...DRIFT_KINDS].toSorted())
})
