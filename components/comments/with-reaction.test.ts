import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { withReaction } from './with-reaction.ts'

test('a reaction comes on and goes off, and the others stay where they are', () => {
  const before = [{ emoji: '🎉', people: ['julie'] }]
  const after = withReaction(before, '👍', 'cindy', true)
  expect(after).toEqual([...before, { emoji: '👍', people: ['cindy'] }])
  expect(withReaction(after, '👍', 'cindy', false)).toEqual(before)
  expect(withReaction(before, '🎉', 'cindy', true)).toEqual([{ emoji: '🎉', people: ['julie', 'cindy'] }])
})

test('whatever people press, no person holds one emoji twice and each emoji has a person', () => {
  const presses = fc.array(fc.tuple(fc.constantFrom('👍', '🎉'), fc.constantFrom('a', 'b'), fc.boolean()))
  fc.assert(
    fc.property(presses, (all) => {
      const held = all.reduce(
        (now, [emoji, person, on]) => withReaction(now, emoji, person, on),
        [{ emoji: '👀', people: ['c'] }],
      )
      for (const { people } of held) {
        expect(people.length).toBeGreaterThan(0)
        expect(new Set(people).size).toBe(people.length)
      }
    }),
  )
})
