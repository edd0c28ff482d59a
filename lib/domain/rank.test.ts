import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { compareRanks, isRank, LONG_RANK, rankBetween, ranksBetween } from './rank.ts'

const rank = fc.string({ unit: fc.constantFrom(...'019AZaz'), minLength: 1, maxLength: 8 }).filter(isRank)
const end = fc.option(rank)
const gap = fc
  .tuple(end, end)
  .map(([a, b]): [string | null, string | null] => (a !== null && b !== null && a > b ? [b, a] : [a, b]))
  .filter(([a, b]) => a === null || a !== b)

const inOrder = (ranks: readonly string[]) => ranks.every((one, i) => i === 0 || (ranks[i - 1] ?? '') < one)

describe('a rank between two neighbours', () => {
  test('is strictly between them, and is a rank', () => {
    fc.assert(
      fc.property(gap, ([before, after]) => {
        const between = rankBetween(before, after)
        expect(isRank(between)).toBe(true)
        if (before !== null) expect(before < between).toBe(true)
        if (after !== null) expect(between < after).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  test('exists where the neighbours almost touch', () => {
    expect(rankBetween('A', 'A1')).toBe('A0V')
    expect(rankBetween('Az', 'B')).toBe('AzV')
    expect(rankBetween(null, '001') < '001').toBe(true)
    expect(rankBetween('zzz', null) > 'zzz').toBe(true)
  })

  test('is asked for in order only', () => {
    expect(() => rankBetween('B', 'A')).toThrow(RangeError)
    expect(() => rankBetween('A', 'A')).toThrow(RangeError)
    expect(() => rankBetween('A0', null)).toThrow(RangeError)
    expect(() => ranksBetween('é', null, 3)).toThrow(RangeError)
  })
})

describe('long lists', () => {
  test('a hundred thousand cards added at the end keep short ranks', () => {
    let last: string | null = null
    for (let i = 0; i < 100_000; i += 1) {
      const next: string = rankBetween(last, null)
      if (last !== null && last >= next) expect.fail(`${next} does not follow ${last}`)
      last = next
    }
    expect(last?.length).toBeLessThanOrEqual(5)
  })

  test('a hundred thousand cards added on top keep short ranks', () => {
    let first: string | null = null
    for (let i = 0; i < 100_000; i += 1) {
      const next: string = rankBetween(null, first)
      if (first !== null && next >= first) expect.fail(`${next} does not precede ${first}`)
      first = next
    }
    expect(first?.length).toBeLessThanOrEqual(7)
  })

  test.each(['always after the first', 'always before the last'])(
    'two thousand cards dropped into one gap, %s, stay in order',
    (where) => {
      const ranks = ranksBetween(null, null, 2)
      for (let i = 0; i < 2000; i += 1) {
        const at = where.endsWith('first') ? 1 : ranks.length - 1
        ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null))
      }
      expect(inOrder(ranks)).toBe(true)
      expect(Math.max(...ranks.map((one) => one.length))).toBeLessThanOrEqual(2000 / 5 + 1)
    },
  )

  test('spreading a crowded list anew keeps every rank short', () => {
    let ranks = ranksBetween(null, null, 2)
    for (let i = 0; i < 3000; i += 1) {
      const fresh = rankBetween(ranks[0] ?? null, ranks[1] ?? null)
      ranks.splice(1, 0, fresh)
      if (fresh.length > LONG_RANK) ranks = ranksBetween(null, null, ranks.length)
      expect(fresh.length).toBeLessThanOrEqual(LONG_RANK + 2)
    }
    expect(inOrder(ranks)).toBe(true)
    expect(ranks).toHaveLength(3002)
  })

  test('any sequence of inserts gives the list that an array would give', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1000 }), { maxLength: 200 }), (places) => {
        const model: number[] = []
        const ranked: { card: number; rank: string }[] = []
        for (const [card, place] of places.entries()) {
          const at = place % (model.length + 1)
          model.splice(at, 0, card)
          const sorted = ranked.toSorted((a, b) => compareRanks(a.rank, b.rank))
          ranked.push({ card, rank: rankBetween(sorted[at - 1]?.rank ?? null, sorted[at]?.rank ?? null) })
        }
        expect(ranked.toSorted((a, b) => compareRanks(a.rank, b.rank)).map(({ card }) => card)).toEqual(model)
      }),
    )
  })
})

describe('many ranks at once', () => {
  test('lie strictly between, in order, as many as asked for', () => {
    fc.assert(
      fc.property(gap, fc.nat({ max: 300 }), ([before, after], n) => {
        const ranks = ranksBetween(before, after, n)
        expect(ranks).toHaveLength(n)
        expect(ranks.every(isRank)).toBe(true)
        expect(
          inOrder([...(before === null ? [] : [before]), ...ranks, ...(after === null ? [] : [after])]),
        ).toBe(true)
      }),
    )
  })

  test('fit also where one digit has just no room for them', () => {
    for (const n of [60, 61, 62, 63]) {
      const ranks = ranksBetween(null, null, n)
      expect(ranks.every(isRank) && inOrder(ranks)).toBe(true)
    }
    expect(ranksBetween('A', 'C', 1)).toEqual(['B'])
    expect(ranksBetween('A', 'C', 2).every((one) => 'A' < one && one < 'C')).toBe(true)
  })

  test('five thousand of them need three digits', () => {
    expect(Math.max(...ranksBetween(null, null, 5000).map((one) => one.length))).toBeLessThanOrEqual(3)
  })
})

test('text is a rank when it is a fraction in its only spelling', () => {
  expect(['V', '1', '0z', 'zzz'].every(isRank)).toBe(true)
  expect(['', '0', 'a0', 'a-b', 'ä', 'a\n'].some(isRank)).toBe(false)
})
