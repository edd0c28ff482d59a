import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { aCard, aView } from '#components/boards/testing/boards.ts'
import type { Chips, Clause } from '#lib/domain/filters.ts'

import { boardFilter, cardsOf, withChips, withRest } from './board-filter.ts'

const view = aView()
const filterOf = (filter: string, oldFilter = '') => boardFilter({ filter, oldFilter })
const clause = (field: Clause['field'], value: string, is = true): Clause => ({ field, value, is })

test('what chips can say becomes chips, and the rest stays written', () => {
  const { chips, written, refusal } = filterOf('type:bug and (weight>3 or blocked:yes)')
  expect(chips.clauses).toEqual([clause('type', 'bug')])
  expect(written).toBe('weight>3 or blocked:yes')
  expect(refusal).toBeNull()
})

test('an address of before, with chips as its parameters, asks for the same beside what is written', () => {
  const { chips, written } = filterOf('author:cindy', 'q=slow&type=bug&person%21=julie')
  expect(chips.words).toEqual(['slow'])
  expect(chips.clauses).toEqual([clause('type', 'bug'), clause('person', 'julie', false)])
  expect(written).toBe('author:cindy')
})

test('what cannot be read stays as it was typed, says why, and filters nothing away', () => {
  const filter = filterOf('type:bug and (')
  expect(filter.written).toBe('type:bug and (')
  expect(filter.refusal).toBeTruthy()
  expect(cardsOf(filter, view, 'julie')).toBeNull()
  expect(withRest({ words: [], clauses: [] }, 'weight>')).toHaveProperty('refusal')
})

test('a filter that chips made is read back as these chips', () => {
  const chips: Chips = {
    words: ['slow', 'list'],
    clauses: [clause('type', 'bug'), clause('label', 'severity::2'), clause('weight', 'none', false)],
  }
  const { rest } = filterOf('')
  expect(filterOf(withChips(chips, rest)).chips).toEqual(chips)
})

test('cards are kept by what they say themselves; what only the server knows is asked of it', () => {
  const mine = aCard({ ref: 1, dri: 'julie', weight: 5 })
  const bug = aCard({ ref: 2, dri: 'julie', weight: 1, labelIds: ['group', 'dev', 'bug'] })
  const other = aCard({ ref: 3, dri: 'cindy', weight: 5 })
  const kept = (filter: string, me = 'julie') => {
    const isKept = cardsOf(filterOf(filter), view, me)
    return isKept && [mine, bug, other].filter(isKept).map(({ ref }) => ref)
  }
  expect(kept('')).toBeNull()
  expect(kept('person:me')).toEqual([1, 2])
  expect(kept('person:me', 'cindy')).toEqual([3])
  expect(kept('type:bug')).toEqual([2])
  expect(kept('person:julie and weight>3')).toEqual([1])
  expect(kept('not person:julie')).toEqual([3])
  const asked = filterOf('person:julie and author:cindy')
  expect(asked.there).toBe('author:cindy')
})

const clauses = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom('bug', 'feature', 'maintenance').map((value) => clause('type', value)),
    fc.constantFrom('julie', 'cindy', 'none').map((value) => clause('person', value)),
    fc.constantFrom('0', '1', '5', 'none').map((value) => clause('weight', value)),
    fc.constantFrom('3', 'none').map((value) => clause('epic', value)),
  ),
  { selector: ({ field, value }) => `${field} ${value}`, maxLength: 6 },
)
const cards = fc.array(
  fc.record({
    ref: fc.nat(),
    dri: fc.constantFrom('julie', 'cindy', null),
    weight: fc.constantFrom(null, 0, 1, 5),
    epic: fc.constantFrom(null, 3),
    labelIds: fc.constantFrom<string[]>(['group'], ['group', 'bug']),
  }),
)

test('a board shows the same cards whether a filter was chosen by chips or written', () => {
  fc.assert(
    fc.property(clauses, cards, (held, facts) => {
      const written = withChips({ words: [], clauses: held }, filterOf('').rest)
      const again = filterOf(withChips(filterOf(written).chips, filterOf(written).rest))
      const shown = (filter: ReturnType<typeof filterOf>) => {
        const isKept = cardsOf(filter, view, 'julie')
        return facts.filter((one) => !isKept || isKept(aCard(one)))
      }
      expect(shown(again)).toEqual(shown(filterOf(written)))
    }),
  )
})
