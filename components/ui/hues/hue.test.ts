import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'

import { hueOf, hueStyle } from './hue.ts'

test('a text has one hue of the circle, the same wherever it is drawn', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      const hue = hueOf(text)
      expect(Number.isInteger(hue) && hue >= 0 && hue < 360).toBe(true)
      expect(hueOf(text)).toBe(hue)
    }),
  )
})

test('handles that are alike look different', () => {
  const near = (a: string, b: string) => {
    const apart = Math.abs(hueOf(a) - hueOf(b))
    return Math.min(apart, 360 - apart) < 12
  }
  expect(near('julie', 'julia')).toBe(false)
  expect(near('manoj', 'manoj2')).toBe(false)
  expect(near('a', 'b')).toBe(false)
})

test('a hue reaches style sheets by its name', () => {
  expect(hueStyle(258)).toEqual({ '--h': 258 })
})
