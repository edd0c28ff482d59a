import { expect, test } from 'vitest'

import { nextPoint } from './points.tsx'

const points = [
  { column: 0, row: 0 },
  { column: 0, row: 1 },
  { column: 0, row: 3 },
  { column: 1, row: 0 },
  { column: 1, row: 2 },
  { column: 2, row: 0 },
]
const at = (column: number, row: number) => {
  const found = points.find((one) => one.column === column && one.row === row)
  if (!found) throw new Error('no such point')
  return found
}
const go = (column: number, row: number, key: string) => nextPoint(points, at(column, row), key)

test('arrows go up and down within a column, and stop at its ends', () => {
  expect(go(0, 0, 'ArrowDown')).toBe(at(0, 1))
  expect(go(0, 1, 'ArrowDown')).toBe(at(0, 3))
  expect(go(0, 3, 'ArrowDown')).toBeNull()
  expect(go(0, 0, 'ArrowUp')).toBeNull()
})

test('to the side they keep the row, or come as near to it as they can', () => {
  expect(go(0, 0, 'ArrowRight')).toBe(at(1, 0))
  expect(go(0, 3, 'ArrowRight')).toBe(at(1, 2))
  expect(go(1, 2, 'ArrowRight')).toBe(at(2, 0))
  expect(go(2, 0, 'ArrowRight')).toBeNull()
})

test('Home and End go to the first and the last column, and other keys nowhere', () => {
  expect([go(1, 0, 'Home'), go(0, 0, 'End'), go(0, 0, 'x')]).toEqual([at(0, 0), at(2, 0), null])
})
