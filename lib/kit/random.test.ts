import { expect, test } from 'vitest'

import { numbersFrom, randomFrom } from './random.ts'

test('the same seed falls the same way each time, another one falls otherwise', () => {
  const three = (seed: string) => {
    const { next } = randomFrom(seed)
    return [next(), next(), next()]
  }
  expect(three('a')).toEqual(three('a'))
  expect(three('a')).not.toEqual(three('b'))
})

test('a number has its place in the sequence, whichever of the others are asked for', () => {
  const [{ next }, numberAt] = [randomFrom('a'), numbersFrom('a')]
  const drawn = [next(), next(), next()]
  expect([3, 1, 2].map(numberAt)).toEqual([drawn[2], drawn[0], drawn[1]])
})

test('numbers lie between 0 and 1, each tenth about as often as another', () => {
  const numberAt = numbersFrom('a')
  const tenths = Array.from({ length: 10 }, () => 0)
  for (let place = 0; place < 10_000; place += 1) {
    const value = numberAt(place)
    expect(value >= 0 && value < 1).toBe(true)
    tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1
  }
  for (const many of tenths) expect(Math.abs(many - 1000)).toBeLessThan(150)
})

test('a choice is one of the list, as often as asked for, and of nothing there is none', () => {
  const { pick, percent, between } = randomFrom('a')
  const times = Array.from({ length: 1000 }, () => percent(20)).filter(Boolean).length
  expect(times).toBeGreaterThan(150)
  expect(times).toBeLessThan(250)
  expect(['a', 'b']).toContain(pick(['a', 'b']))
  const value = between(3, 5)
  expect(value >= 3 && value < 5).toBe(true)
  expect(() => pick([])).toThrow('nothing to choose')
})
