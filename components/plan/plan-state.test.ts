import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { MOST_PICKS, planStateFrom, queryWith, toggled, withDri, withPicks } from './plan-state.ts'
import type { Pick, PlanState } from './plan-state.ts'

const read = (search: string) => planStateFrom(new URLSearchParams(search))
const NOTHING: PlanState = { picks: [], step: null, tab: 'candidates', isProposed: false }

test('an address without a word of the plan shows the candidates, and nothing picked', () => {
  expect(read('')).toEqual(NOTHING)
  expect(queryWith('', NOTHING)).toBe('')
})

const picks = fc
  .uniqueArray(fc.integer({ min: 1, max: 999_999_999 }), { maxLength: 40 })
  .chain((refs) =>
    fc.tuple(
      ...refs.map((ref) => fc.constantFrom(null, 'julie', 'm.j-2_x').map((dri): Pick => ({ ref, dri }))),
    ),
  )
const states: fc.Arbitrary<PlanState> = fc.record({
  picks,
  step: fc.constantFrom(null, 'weights', 'session'),
  tab: fc.constantFrom('candidates', 'issue'),
  isProposed: fc.boolean(),
})

test('whatever is picked and open, a reload shows the same, and the panel that is open stays so', () => {
  fc.assert(
    fc.property(states, (state) => {
      const query = queryWith('?peek=12', state)
      expect(read(query)).toEqual(state)
      expect(new URLSearchParams(query).get('peek')).toBe('12')
    }),
  )
})

test('the picks are written as a person would read them out', () => {
  const address = queryWith('', {
    ...NOTHING,
    picks: [
      { ref: 172, dri: null },
      { ref: 194, dri: 'julie' },
    ],
  })
  expect(address).toBe('?picks=172,194:julie')
})

test('what is no pick in an address is passed over, twice is once, and no more are kept than one act can make', () => {
  expect(read('picks=0,x,7,7,8:,-3,9:a b').picks).toEqual([{ ref: 7, dri: null }])
  const many = Array.from({ length: MOST_PICKS + 9 }, (_, at) => at + 1).join()
  expect(read(`picks=${many}`).picks).toHaveLength(MOST_PICKS)
})

test('picking twice is not picking, a range adds what is missing, and naming a DRI picks', () => {
  const one = toggled([], 7)
  expect(toggled(one, 7)).toEqual([])
  const named = withDri(one, 8, 'julie')
  expect(named).toEqual([
    { ref: 7, dri: null },
    { ref: 8, dri: 'julie' },
  ])
  expect(withPicks(named, [8, 9])).toEqual([...named, { ref: 9, dri: null }])
  expect(withDri(named, 8, null).at(-1)).toEqual({ ref: 8, dri: null })
})
