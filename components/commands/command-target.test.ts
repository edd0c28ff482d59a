import { expect, test } from 'vitest'

import { targetsOf } from './command-target.ts'

test('an act is meant for all that is selected, and for what has the focus where nothing is', () => {
  expect(targetsOf({ ref: () => 12, refs: () => [3, 4] })).toEqual([3, 4])
  expect(targetsOf({ ref: () => 12, refs: () => [] })).toEqual([12])
  expect(targetsOf({ ref: () => 12 })).toEqual([12])
  expect(targetsOf({ ref: () => null })).toEqual([])
})
