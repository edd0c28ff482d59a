import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { Bounded } from './bounded.ts'

test('what was asked for the longest ago goes when there is no room for all', () => {
  const kept = new Bounded<string>(10)
  kept.set('a', 'A', 4)
  kept.set('b', 'B', 4)
  expect(kept.get('a')).toBe('A')
  kept.set('c', 'C', 4)
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['A', undefined, 'C'])
  expect(kept.weight).toBe(8)
})

test('what is too heavy by itself is not held, and takes the place of none but its own older one', () => {
  const kept = new Bounded<number>(10)
  kept.set('a', 1, 4)
  kept.set('b', 1, 4)
  kept.set('b', 2, 11)
  expect([kept.get('a'), kept.get('b'), kept.weight]).toEqual([1, undefined, 4])
})

test('whatever is put in and asked for, it holds no more than it may, and knows what it holds', () => {
  const steps = fc.array(fc.record({ key: fc.nat(9), weight: fc.nat(7), act: fc.nat(2) }), { maxLength: 80 })
  fc.assert(
    fc.property(steps, (list) => {
      const kept = new Bounded<number>(20)
      for (const { key, weight, act } of list) {
        if (act === 0) kept.delete(String(key))
        else if (act === 1) kept.get(String(key))
        else kept.set(String(key), weight, weight)
        expect(kept.weight).toBe([...kept.values()].reduce((sum, one) => sum + one, 0))
        expect(kept.weight).toBeLessThanOrEqual(20)
        if (act === 2) expect(kept.get(String(key))).toBe(weight)
      }
    }),
  )
})
