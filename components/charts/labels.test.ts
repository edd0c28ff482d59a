import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { blockOf, clearest, spread } from './labels.ts'

test('labels keep their order and never lie over each other', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 4 }), (list) => {
      const placed = spread(list.map((y) => ({ y })))
      for (const [index, { y }] of placed.entries()) {
        const above = placed[index - 1]
        if (above) expect(y - above.y).toBeGreaterThanOrEqual(15)
      }
    }),
  )
})

const paper = { left: 0, right: 400, top: 0, bottom: 300 }
const number = fc.integer({ min: 0, max: 300 })
const stroke = fc.record({ x1: number, y1: number, x2: number, y2: number })
const place = fc
  .record({ x: number, y: number, isEnd: fc.boolean() })
  .map((baseline) => ({ baseline, blocks: [blockOf('#284, #285 added', baseline)] }))

test('a label stands at the first of its places that no line crosses, within the drawing', () => {
  const touches = (
    { left, right, top, bottom }: ReturnType<typeof blockOf>,
    { x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number },
  ) =>
    Math.max(x1, x2) > left && Math.min(x1, x2) < right && Math.max(y1, y2) > top && Math.min(y1, y2) < bottom
  fc.assert(
    fc.property(
      place,
      fc.array(place, { maxLength: 6 }),
      fc.array(stroke, { maxLength: 6 }),
      (one, more, lines) => {
        const all = [one, ...more] as const
        const isFree = ({ blocks }: typeof one) =>
          blocks.every(
            (block) =>
              block.left >= 0 &&
              block.right <= 400 &&
              block.top >= 0 &&
              block.bottom <= 300 &&
              !lines.some((line) => touches(block, line)),
          )
        const free = all.find(isFree)
        const taken = clearest(all, lines, paper)
        if (free) expect(taken).toBe(free)
        else expect(all).toContain(taken)
      },
    ),
  )
})

test('where every place is crossed, the one that is crossed least is taken', () => {
  const at = (y: number) => ({ y, blocks: [blockOf('added', { x: 10, y })] })
  const line = (y: number) => ({ x1: 0, y1: y, x2: 400, y2: y })
  expect(clearest([at(100), at(200)], [line(95), line(96), line(195)], paper).y).toBe(200)
  expect(clearest([at(100), at(900)], [line(95)], paper).y, 'never out of the drawing').toBe(100)
})
