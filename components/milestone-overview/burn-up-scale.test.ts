import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { clearest } from '#components/charts/labels.ts'

import { BOX, isOff, placesOfWords, scaleOf, stepPath, stepStrokes, weekMarks } from './burn-up-scale.ts'

const span = { startOn: '2026-11-14', dueOn: '2026-12-11' }
const at = (day: string, scope: number) => ({
  day,
  scope: { count: scope, weight: scope },
  done: { count: 0, weight: 0 },
  changes: [],
  notShown: 0,
})

test('the whole milestone lies from left to right, and the largest value has room', () => {
  const scale = scaleOf(span, { promise: { count: 1, weight: 27 }, days: [at('2026-11-14', 31)] }, 'weight')
  expect(scale.days).toHaveLength(28)
  expect([scale.x(0), scale.x(28)]).toEqual([BOX.left, BOX.right])
  expect(scale.y(0)).toBe(BOX.bottom)
  expect(scale.y(31)).toBeGreaterThan(BOX.top)
  expect(scale.ticks).toEqual([0, 10, 20, 30])
})

test('there are few lines, and none above the plot, whatever the values', () => {
  fc.assert(
    fc.property(fc.nat(99_999), (weight) => {
      const { ticks, y } = scaleOf(span, { promise: { count: 0, weight }, days: [] }, 'weight')
      expect(ticks.length).toBeLessThanOrEqual(6)
      expect(ticks.length).toBeGreaterThan(1)
      for (const tick of ticks) expect(y(tick)).toBeGreaterThanOrEqual(BOX.top)
    }),
  )
})

test('a value steps at noon of its day and holds', () => {
  const scale = scaleOf(span, { promise: { count: 1, weight: 10 }, days: [] }, 'weight')
  const path = stepPath(scale, 10, [10, 8], { isOver: true })
  expect(path).toMatch(/^M40 [\d.]+H[\d.]+V[\d.]+H[\d.]+V[\d.]+H[\d.]+$/)
  expect(path.endsWith(`H${Math.round(scale.x(2) * 10) / 10}`)).toBe(true)
})

test('weekends and days off are grey, and weeks are marked from the first day', () => {
  const off = new Set(['2026-11-26'])
  expect(['2026-11-14', '2026-11-16', '2026-11-26'].map((day) => isOff(day, off))).toEqual([
    true,
    false,
    true,
  ])
  expect(weekMarks(scaleOf(span, { promise: { count: 0, weight: 0 }, days: [] }, 'weight').days)).toEqual([
    0, 7, 14, 21,
  ])
})

test('the pieces of a line are those of its path: one level a day, joined by what changed', () => {
  const scale = scaleOf(span, { promise: { count: 0, weight: 10 }, days: [] }, 'weight')
  fc.assert(
    fc.property(fc.array(fc.nat(10), { minLength: 1, maxLength: 20 }), fc.boolean(), (values, isOver) => {
      const strokes = stepStrokes(scale, 5, values, { isOver })
      for (const [place, { x2, y2 }] of strokes.entries()) {
        const next = strokes[place + 1]
        if (next) expect([next.x1, next.y1]).toEqual([x2, y2])
      }
      const last = strokes.at(-1)
      expect(stepPath(scale, 5, values, { isOver })).toMatch(
        new RegExp(`H${String(Math.round((last?.x2 ?? 0) * 10) / 10)}$`),
      )
      expect(last?.y1).toBe(scale.y(values.at(-1) ?? 0))
    }),
  )
})

test('the words about a jump leave the line of the promise alone, which lies right below a small jump', () => {
  const scale = scaleOf(span, { promise: { count: 0, weight: 40 }, days: [] }, 'weight')
  const [x, y] = [scale.x(6.5), scale.y(42)]
  const promise = { x1: BOX.left, y1: scale.y(40), x2: BOX.right, y2: scale.y(40) }
  const places = placesOfWords(['+2 on 20 Nov', '#284, #285 added'], { x, y }, { isUp: true, isLate: false })
  const crossed = (blocks: (typeof places)[0]['blocks']) =>
    blocks.some(({ top, bottom }) => top < promise.y1 && promise.y1 < bottom)
  expect(crossed(places[0].blocks), 'where they are without it').toBe(true)
  const paper = { left: 0, right: BOX.width, top: 0, bottom: BOX.bottom }
  const taken = clearest(places, [promise, { x1: x, y1: y, x2: BOX.right, y2: y }], paper)
  expect(crossed(taken.blocks)).toBe(false)
})
