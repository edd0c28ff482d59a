import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { STATES } from '../workflow.ts'
import { bandOf, BANDS, flowOf, inBand, isInHand, wasOpenSince } from './flow.ts'
import { type Span, staysOf } from './stays.ts'

const span: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(60), fc.option(fc.nat(30), { nil: null }))
  .map(([from, length]) => ({ from, to: length === null ? null : from + length }))
const NOW = 80
const issues = fc.array(
  fc
    .record({
      createdAt: fc.nat(70),
      closed: fc.array(span, { maxLength: 2 }),
      states: fc.array(
        fc.tuple(span, fc.constantFrom(...STATES)).map(([one, state]) => ({ ...one, state })),
        { maxLength: 4 },
      ),
    })
    .map((one) => ({ createdAt: one.createdAt, stays: staysOf(one, NOW) })),
  { maxLength: 12 },
)
const moments = [20, 30, 40, 50, 60, 70, NOW]
const since = 15

test('the bands of each moment add up to all issues that there were and that were open since the first day', () => {
  fc.assert(
    fc.property(issues, (all) => {
      const counts = flowOf(all, { moments, since })
      for (const [at, moment] of moments.entries()) {
        const there = all.filter((one) => one.createdAt <= moment && wasOpenSince(one.stays, since))
        expect(counts[at]?.reduce((sum, one) => sum + one, 0)).toBe(there.length)
      }
    }),
  )
})

test('a band is as high as the list behind it is long', () => {
  fc.assert(
    fc.property(issues, (all) => {
      const counts = flowOf(all, { moments, since })
      for (const [at, moment] of moments.entries())
        expect(BANDS.map((band) => inBand(all, { band, moment, since }).length)).toEqual(counts[at])
    }),
  )
})

test('what was closed before the first day and stayed so is not in the picture', () => {
  const stays = (closed: Span[]) => staysOf({ createdAt: 0, closed, states: [] }, NOW)
  expect(wasOpenSince(stays([{ from: 10, to: null }]), since)).toBe(false)
  expect(wasOpenSince(stays([{ from: 16, to: null }]), since)).toBe(true)
  expect(wasOpenSince(stays([{ from: 10, to: 40 }]), since)).toBe(true)
})

test('closed lies at the bottom, what waits on top, and work in hand begins in dev', () => {
  expect([BANDS[0], BANDS.at(-1)]).toEqual(['closed', 'waiting'])
  expect([bandOf('none'), bandOf('design'), bandOf('in-review'), bandOf('closed')]).toEqual([
    'waiting',
    'waiting',
    'in-review',
    'closed',
  ])
  expect(BANDS.filter(isInHand)).toEqual([
    'blocked',
    'complete',
    'awaiting-security-release',
    'verification',
    'in-review',
    'in-dev',
  ])
})
