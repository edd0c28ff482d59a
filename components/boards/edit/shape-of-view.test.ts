import { expect, test } from 'vitest'

import { aView } from '#components/boards/testing/boards.ts'
import { whyNotShape } from '#lib/domain/board-shapes.ts'

import { shapeOfView } from './shape-of-view.ts'
import { boardTitle, hasPicker, milestoneNote } from './titles.ts'

const view = aView()

test('a board that is open is edited as it was made: by titles, with its limits', () => {
  const columns = view.columns.map((column, at) => ({
    ...column,
    wipCount: at === 0 ? 3 : null,
    wipWeight: null,
  }))
  const shape = shapeOfView({ ...view, columns })
  expect(shape).toEqual({
    title: 'Build',
    milestone: { rule: 'current' },
    labels: ['group::custom models'],
    columns: [
      { label: 'workflow::in dev', wipCount: 3, wipWeight: null },
      { label: 'workflow::in review', wipCount: null, wipWeight: null },
      { label: 'workflow::blocked', wipCount: null, wipWeight: null },
    ],
  })
  expect(whyNotShape(shape)).toBeNull()
})

test('a board of one milestone keeps that one, a board of a rule keeps the rule', () => {
  const fixed = { ...view, board: { ...view.board, milestoneRule: 'fixed' as const, milestone: 'backlog' } }
  expect(shapeOfView(fixed).milestone).toEqual({ rule: 'fixed', slug: 'backlog' })
})

test('the boards of every milestone are called boards, the others as they are called', () => {
  expect(boardTitle(view.board)).toBe('Build board')
  expect(boardTitle({ ...view.board, kind: 'custom', title: 'Reviews' })).toBe('Reviews')
  expect(milestoneNote(view.board)).toBe('19.7')
  expect(milestoneNote({ ...view.board, kind: 'next-1-3' }), 'a shelf is its own milestone').toBeNull()
})

test('milestones are picked on a board, but not on one of a shelf', () => {
  const [box] = view.milestones
  if (!box) throw new Error('The view has a milestone.')
  const shelf = { ...box, slug: 'backlog', shelf: 'backlog' as const, startOn: null, dueOn: null }
  const fixed = (milestone: string) => ({
    board: { ...view.board, milestoneRule: 'fixed' as const, milestone },
    milestones: [box, shelf],
  })
  expect(hasPicker(view)).toBe(true)
  expect(hasPicker(fixed('19.7'))).toBe(true)
  expect(hasPicker(fixed('backlog'))).toBe(false)
})
