import { expect, test } from 'vitest'

import { arrange } from '#components/boards/view/arrange.ts'
import { stepIn } from './step-in.ts'
import { aCard, aView, namesOf } from '#components/boards/testing/boards.ts'

const view = aView()
const cards = [
  aCard({ ref: 1, dri: 'julie', rank: 'A' }),
  aCard({ ref: 2, dri: 'julie', rank: 'B' }),
  aCard({ ref: 3, dri: null, rank: 'C' }),
]
const shape = { columns: view.columns, names: namesOf(view), below: new Set<number>(), folded: [] }
const [dev] = arrange(cards, () => true, { ...shape, grouping: 'person' })
const sections = ['julie', 'cindy', '']
const step = (ref: number, section: string, index: number | null, down: number) =>
  stepIn(dev?.rows ?? [], { ref, section, index }, down, sections)

test('past the last place of a group a carried card enters the next one, also an empty one, and comes back', () => {
  expect(step(1, 'julie', 0, 1)).toEqual({ section: 'julie', index: 1 })
  expect(step(1, 'julie', 1, 1)).toEqual({ section: 'cindy', index: null })
  expect(step(1, 'cindy', null, 1)).toEqual({ section: '', index: 1 })
  expect(step(1, '', 1, 1)).toEqual({ section: '', index: 2 })
  expect(step(1, '', 2, 1)).toEqual({ section: '', index: 2 })
  expect(step(1, '', 1, -1)).toEqual({ section: 'cindy', index: null })
  expect(step(1, 'cindy', null, -1)).toEqual({ section: 'julie', index: 1 })
  expect(step(1, 'julie', 0, -1)).toEqual({ section: 'julie', index: 0 })
})

test('from column to column a carried card keeps its group', () => {
  expect(step(3, '', 2, 0)).toEqual({ section: '', index: null })
  expect(step(3, 'julie', 5, 0)).toEqual({ section: 'julie', index: 2 })
})
