import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { compareTexts } from './differences.ts'

const changed = (lines: { line: string; same: boolean }[]) =>
  lines.filter((one) => !one.same).map((one) => one.line)

test('what both texts hold in the same order is the same, the rest is marked on its side', () => {
  const { mine, theirs } = compareTexts('a\nb\nc\nd', 'a\nx\nc\nd\ne')
  expect(changed(mine)).toEqual(['b'])
  expect(changed(theirs)).toEqual(['x', 'e'])
})

test('equal texts differ nowhere, and texts without a common line everywhere', () => {
  expect(changed(compareTexts('a\nb', 'a\nb').mine)).toEqual([])
  expect(changed(compareTexts('a\nb', 'c').mine)).toEqual(['a', 'b'])
})

const texts = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'))

test('of any two texts each keeps its lines, and what is the same is the same on both sides', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const { mine, theirs } = compareTexts(one, other)
      expect(mine.map(({ line }) => line).join('\n')).toBe(one)
      expect(theirs.map(({ line }) => line).join('\n')).toBe(other)
      const kept = (lines: typeof mine) => lines.filter(({ same }) => same).map(({ line }) => line)
      expect(kept(mine)).toEqual(kept(theirs))
    }),
  )
})

test('texts of thousands of lines are compared in a moment', () => {
  const long = Array.from({ length: 20_000 }, (_, at) => `line ${at}`)
  const { mine } = compareTexts(long.join('\n'), long.with(10_000, 'other').join('\n'))
  expect(changed(mine)).toEqual(['line 10000'])
  expect(changed(compareTexts(long.join('\n'), long.toReversed().join('\n')).mine).length).toBeGreaterThan(0)
}, 2_000)
