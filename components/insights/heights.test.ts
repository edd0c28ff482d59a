import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

import type { Insights } from '#lib/contract/insights.ts'

import { BAR, barsHeight, HEIGHTS, roomFor, ROW, rowsHeight } from './heights.ts'

/** Figures of which a chart is as high as their rows. */
const figures = (findings: number, target: object | null = null) =>
  // safe because the height asks for the number of rows and whether there is a target
  ({ mix: { target }, findings: { rows: Array.from({ length: findings }) } }) as unknown as Insights

test('the page keeps the room of a chart before its script is there, so that nothing moves', () => {
  expect(roomFor('ages', figures(0))).toBe(HEIGHTS.ages)
  expect(roomFor('cycle', figures(3))).toBe(HEIGHTS.cycle)
  expect(roomFor('flow', figures(0))).toBe(HEIGHTS.flow)
})

test('the mix of work is a bar higher where the group has a target, and findings as high as their rows', () => {
  expect(roomFor('mix', figures(0, {})) - roomFor('mix', figures(0))).toBe(BAR.step)
  expect(roomFor('findings', figures(0))).toBe(0)
  expect(roomFor('findings', figures(4))).toBe(ROW.top + 4 * ROW.height + ROW.below)
})

test('each bar and each row has the room that it is drawn in', () => {
  assert(
    property(integer({ min: 1, max: 40 }), (count) => {
      expect(barsHeight(count + 1) - barsHeight(count)).toBe(BAR.step)
      expect(barsHeight(count)).toBeGreaterThanOrEqual(BAR.top + BAR.height + BAR.below)
      expect(rowsHeight(count + 1) - rowsHeight(count)).toBe(ROW.height)
    }),
  )
})
