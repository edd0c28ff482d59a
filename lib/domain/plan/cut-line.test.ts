import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { waterline } from '../boards.ts'
import { cutLine, type Room, type Row } from './cut-line.ts'

const ROOMS: Room[] = [
  { team: 'a', name: 'Model Selection', left: 3 },
  { team: 'b', name: 'Gateway Services', left: 2 },
]
const row = (ref: number, team: string | null, weight: number, committed = false): Row => ({
  ref,
  loads: [{ team, weight }],
  committed,
})
const cut = (rows: Row[], rooms = ROOMS, left = 5) => {
  const { over, below } = cutLine(rows, rooms, left)
  return { over: [...over].map(([ref, { text }]) => [ref, text]), below: [...below] }
}

test('the line is drawn behind the last candidate that fits in its team; each says by how much its team is over', () => {
  expect(
    cut([
      row(1, 'a', 2),
      row(2, 'a', 2),
      row(3, 'b', 2),
      row(4, 'b', 0),
      row(5, 'a', 1),
      row(6, 'b', 3, true),
    ]),
  ).toEqual({
    over: [
      [2, 'Model Selection over by 1'],
      [4, 'Gateway Services is full'],
      [5, 'Model Selection over by 2'],
    ],
    below: [4, 5],
  })
})

test('what has no weight yet holds no line: behind the last that fits it lies below, where anything is over', () => {
  expect(cut([row(1, 'a', 2), row(2, 'b', 9), row(3, 'a', 0)])).toMatchObject({ below: [2, 3] })
  expect(cut([row(1, 'a', 2), row(3, 'a', 0)]).below).toEqual([])
})

test('what belongs to no team takes what all teams have left, and without any room there is no line', () => {
  expect(cut([row(1, null, 4), row(2, null, 2)])).toEqual({
    over: [[2, 'The group over by 1']],
    below: [2],
  })
  expect(cut([row(1, 'a', 99)], [])).toEqual({ over: [], below: [] })
})

test('a team that is overcommitted has room for nothing more', () => {
  expect(cut([row(1, 'a', 1)], [{ team: 'a', name: 'Model Selection', left: -2 }], -2).over).toEqual([
    [1, 'Model Selection over by 1'],
  ])
})

const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 3 })), { maxLength: 40 })

test('each team has the waterline of a board; all below the cut line find no room, and the last above it does', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (list, a, b) => {
      const all = list.map(([team, weight], at) => row(at + 1, team, weight))
      const rooms = [
        { team: 'a', name: 'A', left: a },
        { team: 'b', name: 'B', left: b },
      ]
      const { over, below } = cutLine(all, rooms, a + b)
      for (const { team, left } of rooms) {
        const own = all.filter(({ loads }) => loads[0]?.team === team)
        const line = waterline(
          own.map(({ loads }) => ({ weight: loads[0]?.weight ?? 0 })),
          left,
        )
        const expected = line === null ? [] : own.slice(line).map(({ ref }) => ref)
        expect(own.filter(({ ref }) => over.has(ref)).map(({ ref }) => ref)).toEqual(expected)
      }
      const first = all.findIndex(({ ref }) => below.has(ref))
      if (first < 0) return
      const isLight = ({ loads }: Row) => loads.every(({ weight }) => weight === 0)
      const rest = all.slice(first)
      expect(rest.every((one) => below.has(one.ref) && (over.has(one.ref) || isLight(one)))).toBe(true)
      expect(first === 0 || !over.has(all[first - 1]?.ref ?? 0)).toBe(true)
    }),
  )
})
