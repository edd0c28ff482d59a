import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { cutLine } from './cut-line.ts'
import { cutLineWith } from './picks.ts'

const ROOMS = [
  { team: 'selection', name: 'Selection', left: 4 },
  { team: 'gateway', name: 'Gateway', left: 2 },
]
const row = (ref: number, team: string | null, weight: number, committed = false) => ({
  ref,
  loads: [{ team, weight }],
  committed,
})
const ROWS = [
  row(1, 'selection', 2),
  row(2, 'gateway', 2),
  row(3, 'selection', 2),
  row(4, 'selection', 1),
  row(5, 'gateway', 1),
]
const cutAt = (picked: readonly number[], made = picked) =>
  cutLineWith(ROWS, { rooms: ROOMS, left: 6 }, { picks: new Set(picked), made: new Set(made) })

test('a pick has its room before what is ranked above it, which then says by how much it is over', () => {
  const { over, below } = cutAt([3, 4])
  expect([...over].map(([ref, { text }]) => `${ref} ${text}`)).toEqual([
    '1 Selection over by 1',
    '5 Gateway over by 1',
  ])
  expect([...below]).toEqual([5])
})

test('no pick lies below the line, however low it is ranked', () => {
  expect([...cutAt([5]).below]).toEqual([])
  expect(cutAt([5]).over.get(2)?.text).toBe('Gateway over by 1')
})

test('a pick that a rule refuses takes no room, and lies above the line all the same', () => {
  const { over, below } = cutAt([4], [])
  expect(over.has(3)).toBe(false)
  expect([...below]).toEqual([5])
})

const anyRow = fc.record({
  team: fc.constantFrom('selection', 'gateway', null),
  weight: fc.integer({ min: 0, max: 4 }),
  committed: fc.boolean(),
})
const anyRows = fc
  .array(anyRow, { maxLength: 12 })
  .map((list) => list.map(({ team, weight, committed }, at) => row(at + 1, team, weight, committed)))

test('without picks the line is that of the ranking', () => {
  fc.assert(
    fc.property(
      anyRows,
      fc.array(fc.integer({ min: -2, max: 9 }), { minLength: 2, maxLength: 2 }),
      (rows, lefts) => {
        const rooms = ROOMS.map((room, at) => ({ ...room, left: lefts[at] ?? 0 }))
        const none = { picks: new Set<number>(), made: new Set<number>() }
        expect(cutLineWith(rows, { rooms, left: 5 }, none)).toEqual(cutLine(rows, rooms, 5))
      },
    ),
  )
})
