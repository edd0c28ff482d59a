import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { BOX, layoutOf as agesLayout, SIDE } from './ages/ages-layout.ts'
import { layoutOf as flowLayout, targetOf } from './flow/flow-layout.ts'
import { insightsInput } from './insights-reads.ts'
import { aColumn, aFlow } from './testing.ts'
import { spansOf, timeScale } from './time-scale.ts'

const days = fc.array(fc.nat(120), { maxLength: 30 })

test('each issue has a point within its column and the drawing, and those of one age do not hide each other', () => {
  fc.assert(
    fc.property(fc.array(days, { minLength: 1, maxLength: 7 }), (columns) => {
      const { band, dots } = agesLayout(columns.map((one) => aColumn(one)))
      for (const [at, own] of dots.entries()) {
        expect(own).toHaveLength(columns[at]?.length ?? 0)
        for (const { left, y } of own) {
          expect(left).toBeGreaterThanOrEqual(band.left(at))
          expect(left).toBeLessThanOrEqual(Math.min(SIDE.to, band.left(at) + band.width))
          expect(y).toBeGreaterThan(0)
          expect(y).toBeLessThanOrEqual(BOX.bottom)
        }
        const few = own.filter(({ item }) => item.days === own[0]?.item.days).slice(0, 3)
        expect(new Set(few.map(({ left }) => left)).size).toBe(few.length)
      }
    }),
  )
})

test('what is several times as old as the limits stands above what is drawn, so that the others stay apart', () => {
  const { dots, beyond, value } = agesLayout([aColumn([150, 22, 3])])
  expect(beyond).toBe(23)
  expect((dots[0] ?? []).map(({ item, isBeyond }) => [item.days, isBeyond])).toEqual([
    [150, true],
    [22, false],
    [3, false],
  ])
  expect(dots[0]?.[0]?.y).toBeLessThan(value.y(23))
  expect(agesLayout([aColumn([22])]).beyond).toBeNull()
})

test('the oldest of a column have their numbers, which do not lie over each other', () => {
  const { dots } = agesLayout([aColumn([30, 30, 29, 10, 11, 12, 3])])
  const labels = (dots[0] ?? [])
    .flatMap(({ label }) => (label === null ? [] : [label]))
    .toSorted((a, b) => a - b)
  expect(labels).toHaveLength(4)
  for (const [at, label] of labels.entries())
    if (at > 0) expect(label - (labels[at - 1] ?? 0)).toBeGreaterThanOrEqual(13)
})

test('the bands of the flow lie on one another without a gap, and what is pressed is never too thin', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 90 }), (counts) => {
      const flow = aFlow(
        counts.map(([inDev]) => inDev),
        counts.map(([, waiting]) => waiting),
      )
      const { bands, stops, value } = flowLayout(flow, 'all')
      expect(stops.at(-1)).toBe(counts.length - 1)
      for (const at of stops) {
        const [first, second] = bands
        if (first) expect(first.bottom[at]).toBe(value.y(0))
        if (first && second) expect(second.bottom[at]).toBe(first.top[at])
        for (const band of bands) expect(targetOf(band, at).height).toBeGreaterThanOrEqual(8)
      }
    }),
  )
})

test('“in work” leaves out what waits and what is closed', () => {
  const flow = aFlow([2, 3], [40, 40])
  expect(flowLayout(flow, 'all').bands.map(({ band }) => band)).toEqual(['in-dev', 'waiting'])
  expect(flowLayout(flow, 'work').bands.map(({ band }) => band)).toEqual(['in-dev'])
})

test('days lie between the edges in order, and the milestone that runs ends today', () => {
  const { x } = timeScale({ from: '2026-11-01', to: '2026-11-11' }, { from: 6, to: 86 })
  expect([x('2026-10-01'), x('2026-11-01'), x('2026-11-06'), x('2026-11-11'), x('2026-12-01')]).toEqual([
    6, 6, 46, 86, 86,
  ])
  const milestone = (slug: string, startOn: string, dueOn: string) => ({ slug, title: slug, startOn, dueOn })
  const spans = spansOf(
    {
      from: '2026-11-01',
      to: '2026-11-11',
      milestones: [
        milestone('a', '2026-11-01', '2026-11-06'),
        milestone('b', '2026-11-06', '2026-12-01'),
        milestone('c', '2026-11-11', '2026-11-30'),
      ],
    },
    { from: 6, to: 86 },
  )
  expect(spans.map(({ slug, middle, isNow, isWide }) => [slug, middle, isNow, isWide])).toEqual([
    ['a', 26, false, true],
    ['b', 66, true, true],
    ['c', 86, true, false],
  ])
})

test('the address says how many milestones, of which team and type; nonsense in it asks for the usual', () => {
  const input = (text: string) => insightsInput('ours', new URLSearchParams(text))
  expect(input('')).toEqual({ group: 'ours', last: 6 })
  expect(input('last=12&team=gateway&type=bug')).toEqual({
    group: 'ours',
    last: 12,
    team: 'gateway',
    type: 'bug',
  })
  expect(input('last=7&team=%2F&type=chore')).toEqual({ group: 'ours', last: 6 })
})
