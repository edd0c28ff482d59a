import { expect, test } from 'vitest'

import { columnsOf } from './columns.ts'

const of = (...titles: string[]) => ({
  milestones: titles.map((title) => ({
    slug: title,
    title,
    dueOn: '2026-01-01',
    done: 1,
    said: 2,
    ratio: 0.5,
    percent: 50,
  })),
})

test('the latest milestone stands at the right, and a title that all groups share heads its column', () => {
  expect(columnsOf([of('19.6', '19.5'), of('19.6', 'Sprint 4', 'Sprint 3')])).toEqual([
    { back: 2, heading: 'Sprint 3', isShared: true },
    { back: 1, heading: '1 before', isShared: false },
    { back: 0, heading: '19.6', isShared: true },
  ])
  expect(columnsOf([of('19.6'), of('Sprint 4')])).toEqual([{ back: 0, heading: 'Latest', isShared: false }])
  expect(columnsOf([of(), of()])).toEqual([])
})
