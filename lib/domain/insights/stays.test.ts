import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { STATES } from '../workflow.ts'
import { dayCount, daysIn, daysOf } from './day-count.ts'
import { type History, type Span, stageAt, staysOf } from './stays.ts'

const DAY = 86_400_000
const day = (at: number) => Date.UTC(2026, 0, 1) + at * DAY

const span: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: -5, max: 120 }), fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }))
  .map(([from, length]) => ({ from: day(from), to: length === null ? null : day(from + length) }))
const history: fc.Arbitrary<History> = fc.record({
  createdAt: fc.integer({ min: 0, max: 100 }).map(day),
  closed: fc.array(span, { maxLength: 3 }),
  states: fc.array(
    fc.tuple(span, fc.constantFrom(...STATES)).map(([one, state]) => ({ ...one, state })),
    { maxLength: 6 },
  ),
})

test('the stays of an issue follow one another without a gap or an overlap, from its creation until now', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 150 }), (one, until) => {
      const now = day(until)
      const stays = staysOf(one, now)
      if (one.createdAt > now) {
        expect(stays).toEqual([])
        return
      }
      expect(stays[0]?.from).toBe(one.createdAt)
      expect(stays.at(-1)?.to).toBe(now)
      for (const [at, { from, stage }] of stays.entries()) {
        const before = stays[at - 1]
        if (!before) continue
        expect(from).toBe(before.to)
        expect(stage).not.toBe(before.stage)
      }
    }),
  )
})

test('its days in all stages add up to its age in days, whatever the zone does to its clocks', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia')
  fc.assert(
    fc.property(history, zones, (one, zone) => {
      const now = day(150)
      const stays = staysOf(one, now)
      const count = dayCount(zone, new Date(one.createdAt), new Date(now))
      const stages = new Set(stays.map(({ stage }) => stage))
      const days = [...stages].map((stage) => daysIn(stage, stays, count))
      expect(days.reduce((sum, some) => sum + some, 0)).toBe(daysOf({ from: one.createdAt, to: now }, count))
      expect(days.every((some) => some >= 0)).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('while an issue is closed no state counts, and opened again it is where its label says', () => {
  const stays = staysOf(
    {
      createdAt: day(0),
      closed: [
        { from: day(3), to: day(5) },
        { from: day(8), to: null },
      ],
      states: [{ state: 'in-dev', from: day(1), to: null }],
    },
    day(10),
  )
  expect(stays.map(({ stage, from, to }) => [stage, (from - day(0)) / DAY, (to - day(0)) / DAY])).toEqual([
    ['none', 0, 1],
    ['in-dev', 1, 3],
    ['closed', 3, 5],
    ['in-dev', 5, 8],
    ['closed', 8, 10],
  ])
})

test('of two states at once blocked counts, or else the later one', () => {
  const both = (a: 'blocked' | 'in-review', b: 'in-dev' | 'verification') =>
    staysOf(
      {
        createdAt: day(0),
        closed: [],
        states: [
          { state: a, from: day(0), to: null },
          { state: b, from: day(0), to: day(2) },
        ],
      },
      day(4),
    ).map(({ stage }) => stage)
  expect(both('blocked', 'verification')).toEqual(['blocked'])
  expect(both('in-review', 'verification')).toEqual(['verification', 'in-review'])
  expect(both('in-review', 'in-dev')).toEqual(['in-review'])
})

test('a label that came on this very moment counts, and before its creation an issue is nowhere', () => {
  const stays = staysOf(
    { createdAt: day(1), closed: [], states: [{ state: 'in-dev', from: day(2), to: null }] },
    day(2),
  )
  expect(stays.at(-1)).toEqual({ stage: 'in-dev', from: day(2), to: day(2) })
  expect([stageAt(stays, day(0)), stageAt(stays, day(1)), stageAt(stays, day(2))]).toEqual([
    null,
    'none',
    'in-dev',
  ])
})

test('days are those of the calendar of the group: from evening to morning is one', () => {
  const [evening, morning] = [Date.UTC(2026, 2, 28, 22), Date.UTC(2026, 2, 29, 6)]
  const count = dayCount('Europe/Berlin', new Date(evening), new Date(morning))
  expect(daysOf({ from: evening, to: morning }, count)).toBe(1)
  expect(count.dayOf(evening)).toBe('2026-03-28')
  expect(daysOf({ from: evening, to: evening + 3_600_000 }, count)).toBe(1)
})
