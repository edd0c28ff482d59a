import { expect, test } from 'vitest'

import { moversOf } from './movers.ts'

const reached = (counts: number[]) => Uint32Array.from(counts)

test('without the heaviest issue the rest is most likely to close, so it comes first', () => {
  const open = [
    { ref: 1, weight: 1, state: 'blocked' as const },
    { ref: 2, weight: 3, state: 'in-dev' as const },
    { ref: 3, weight: 2, state: 'in-dev' as const },
  ]
  // of ten runs one closes nothing, two weight 3, three weight 4, four all of it
  expect(moversOf(open, reached([1, 0, 0, 2, 3, 0, 4]))).toMatchObject([
    { ref: 2, chance: 0.9 },
    { ref: 3, chance: 0.7 },
    { ref: 1, chance: 0.4 },
  ])
})

test('of those of one weight the least far along comes first, then the oldest; three are shown', () => {
  const open = [
    { ref: 9, weight: 2, state: 'in-review' as const },
    { ref: 8, weight: 2, state: 'blocked' as const },
    { ref: 7, weight: 2, state: 'in-dev' as const },
    { ref: 6, weight: 2, state: 'blocked' as const },
  ]
  expect(moversOf(open, undefined).map(({ ref }) => ref)).toEqual([6, 8, 7])
})

test('what has no weight moves nothing', () => {
  expect(moversOf([{ ref: 1, weight: 0, state: 'none' }], reached([1]))).toEqual([])
})
