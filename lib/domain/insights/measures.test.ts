import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { agesOf } from './ages.ts'
import { closingsOf } from './closings.ts'
import { cycleOf } from './cycle.ts'
import { dayCount } from './day-count.ts'
import { figureName, figureNamed } from './figures.ts'
import { isMixed, mixSide, type MixRow } from './mix.ts'
import { nearestRank, percentilesOf } from './percentiles.ts'
import type { Stage } from './stays.ts'
import { windowOf } from './window.ts'
import type { Worked } from './work.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 1)
const at = (day: number) => START + day * DAY
const count = dayCount('UTC', new Date(START), new Date(at(400)))

/** An issue that was so many days in each stage, one after the other, from the first day on. */
function anIssue(ref: number, stages: readonly [Stage, number][], from = 0): Worked {
  let day = from
  const stays = stages.map(([stage, days]) => ({ stage, from: at(day), to: at((day += days)) }))
  const last = stays.at(-1)
  const doneAt = last?.stage === 'closed' ? last.from : null
  return { ref, title: `Issue ${ref}`, team: null, type: null, stays, doneAt }
}

test('the nearest rank is one of the values, and so many percent do not exceed it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(300), { minLength: 1 }),
      fc.integer({ min: 1, max: 100 }),
      (values, percent) => {
        const sorted = values.toSorted((a, b) => a - b)
        const rank = nearestRank(sorted, percent) ?? -1
        expect(sorted).toContain(rank)
        const covered = (limit: number) => sorted.filter((one) => one <= limit).length * 100
        expect(covered(rank)).toBeGreaterThanOrEqual(percent * sorted.length)
        const smaller = sorted.findLast((one) => one < rank)
        if (smaller !== undefined) expect(covered(smaller)).toBeLessThan(percent * sorted.length)
      },
    ),
  )
})

test('of ten values the fifth and the ninth are the percentiles, of nine there are none', () => {
  const values = [9, 1, 8, 2, 7, 3, 6, 4, 5, 10]
  expect(percentilesOf(values)).toEqual({ p50: 5, p85: 9 })
  expect(percentilesOf(values.slice(1))).toEqual({ p50: null, p85: null })
})

test('ages stand against issues that were done before, column by column, with blocked apart', () => {
  const earlier = Array.from({ length: 10 }, (_, n) =>
    anIssue(n + 1, [
      ['in-dev', n + 1],
      ['blocked', 30],
      ['in-dev', 1],
      ['closed', 1],
    ]),
  )
  const old = anIssue(20, [
    ['in-dev', 5],
    ['blocked', 40],
    ['in-dev', 6],
  ])
  const young = anIssue(21, [['in-dev', 10]])
  const dev = agesOf([...earlier, old, young], at(0), count).find(({ column }) => column === 'in-dev')
  expect(dev).toMatchObject({ p50: 6, p85: 10 })
  expect(dev?.items).toEqual([
    { ref: 20, title: 'Issue 20', days: 11, blockedDays: 40, isOld: true },
    { ref: 21, title: 'Issue 21', days: 10, blockedDays: 0, isOld: false },
  ])
  const blocked = agesOf([...earlier, old], at(0), count).find(({ column }) => column === 'blocked')
  expect([blocked?.p50, blocked?.p85, blocked?.items]).toEqual([30, 30, []])
})

test('what was closed too long ago, or otherwise than as done, is no earlier issue', () => {
  const done = anIssue(1, [
    ['in-dev', 4],
    ['closed', 1],
  ])
  const dropped = { ...done, ref: 2, doneAt: null }
  const sample = (since: number) =>
    agesOf([done, dropped], since, count).find(({ column }) => column === 'in-dev')?.sample
  expect(sample(at(0))).toEqual([{ ref: 1, days: 4 }])
  expect(sample(at(4) + 1)).toEqual([])
})

test('the columns of the Build Board are always there, others where there is something in them', () => {
  const names = (all: Worked[]) => agesOf(all, at(0), count).map(({ column }) => column)
  const board = ['ready-for-development', 'in-dev', 'in-review', 'awaiting-security-release', 'blocked']
  expect(names([])).toEqual(board)
  expect(names([anIssue(1, [['verification', 1]])])).toEqual(board.toSpliced(3, 0, 'verification'))
})

test('cycle time runs from in dev to closed, with what it was blocked and without what it was closed', () => {
  const reopened = anIssue(1, [
    ['ready-for-development', 7],
    ['in-dev', 2],
    ['blocked', 3],
    ['closed', 10],
    ['in-review', 4],
    ['closed', 1],
  ])
  expect(cycleOf({ ...reopened, doneAt: at(26) }, count)).toMatchObject({ days: 9, blockedDays: 3 })
  const skipped = anIssue(2, [
    ['blocked', 5],
    ['in-review', 2],
    ['closed', 1],
  ])
  expect(cycleOf(skipped, count)).toMatchObject({ days: 2, blockedDays: 0 })
  const unseen = anIssue(3, [
    ['none', 5],
    ['closed', 1],
  ])
  expect(cycleOf(unseen, count)).toBeNull()
  expect(cycleOf(anIssue(4, [['in-dev', 2]]), count)).toBeNull()
})

test('an issue is closed from a closing to the next time it is opened, and at the end for good', () => {
  const step = (number: number, more: object) => ({ number, issue: 7, at: new Date(at(number)), ...more })
  const closings = closingsOf([
    step(1, {}),
    step(2, { closed: 'done' as const }),
    step(4, { reopened: true }),
    step(6, { closed: 'done' as const }),
  ])
  expect(closings.get(7)).toEqual([
    { from: at(2), to: at(4) },
    { from: at(6), to: null },
  ])
})

const row = fc.record({
  weight: fc.option(fc.nat(3), { nil: null }),
  type: fc.constantFrom('bug', 'maintenance', 'feature', 'ignore', null),
  atStart: fc.boolean(),
  outcome: fc.constantFrom('completed', 'slipped', 'reprioritised'),
}) satisfies fc.Arbitrary<MixRow>

test('each issue of a side is in one of the three types or left out, and percents add up to 100', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      for (const side of ['planned', 'done'] as const) {
        const { mix, parts, weight, leftOut } = mixSide(side, rows)
        const own = rows.filter((one) => (side === 'planned' ? one.atStart : one.outcome === 'completed'))
        const counted = parts.bug.count + parts.maintenance.count + parts.feature.count
        expect(counted + leftOut).toBe(own.length)
        expect(counted).toBe(own.filter(isMixed).length)
        expect(weight).toBe(parts.bug.weight + parts.maintenance.weight + parts.feature.weight)
        expect(mix === null).toBe(weight === 0)
        if (mix) expect(mix.bug + mix.maintenance + mix.feature).toBe(100)
      }
    }),
  )
})

test('the milestones that are looked at end with the one that runs, and one to come is none of them', () => {
  const all = ['2026-02-01', '2026-01-01', '2026-03-01', null].map((startOn) => ({ startOn }))
  expect(windowOf(all, '2026-02-10', 1)).toEqual({
    from: '2026-02-01',
    to: '2026-02-10',
    milestones: [{ startOn: '2026-02-01' }],
  })
  expect(windowOf(all, '2026-02-10', 6).from).toBe('2026-01-01')
  expect(windowOf([{ startOn: '0001-01-01' }], '2026-02-10', 1).from).toBe('2023-12-04')
  expect(windowOf([], '2026-02-10', 1)).toEqual({ from: '2026-01-14', to: '2026-02-10', milestones: [] })
})

test('a figure is found again by its name, and what is no figure is none', () => {
  const figures = [
    { chart: 'ages', column: 'in-dev', part: 'now' },
    { chart: 'cycle', part: 'unseen' },
    { chart: 'flow', band: 'waiting', day: '2026-11-02' },
    { chart: 'mix', side: 'done', part: 'bug', milestone: null },
    { chart: 'mix', side: 'planned', part: 'left-out', milestone: '19.6' },
  ] as const
  for (const figure of figures) expect(figureNamed(figureName(figure))).toEqual(figure)
  const none = [
    '',
    'ages',
    'ages.in-dev.soon',
    'ages.in-dev.now@1',
    'cycle.measured.more',
    'cycle.measured@x',
    'flow.in-dev',
    'flow.in-dev@2026-02-30',
    'mix.done.ignore',
    'mix.done.bug@',
    'mix.done.bug.x.y',
  ]
  for (const name of none) expect(figureNamed(name), name).toBeNull()
})
