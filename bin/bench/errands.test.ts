import { expect, test } from 'vitest'
import type { BoardView } from '#lib/contract/boards.ts'
import { errands } from './errands.ts'

test('a card that was sent to one lane is sent back to the other in the next round', () => {
  const next = errands(aBoard(4), { nth: 1, of: 2 })
  const [there, other, back] = [next(), next(), next()]
  expect(there.ref).not.toBe(other.ref)
  expect(back).toMatchObject({ ref: there.ref })
  expect(new Set([there.to, back.to])).toEqual(new Set(['c-dev', 'c-review']))
})

test('of several who move at once no two ever touch the same card', () => {
  const view = aBoard(200)
  const touched = Array.from({ length: 8 }, (_, nth) => {
    const next = errands(view, { nth, of: 8 })
    return new Set(Array.from({ length: 400 }, () => next().ref))
  })
  const all = touched.flatMap((refs) => [...refs])
  expect(new Set(all).size).toBe(all.length)
})

test('the neighbour that a card is laid behind is of the lane that it goes to, and never goes anywhere itself', () => {
  const view = aBoard(200)
  const next = errands(view, { nth: 0, of: 1 })
  const sent = Array.from({ length: 400 }, next)
  const moved = new Set(sent.map(({ ref }) => ref))
  expect(sent.every(({ after }) => after !== null && !moved.has(after))).toBe(true)
})

/** Two columns that ask nothing, half of the cards in each. */
function aBoard(size: number): BoardView {
  const label = (id: string, meaning: string) => ({ id, title: id, hue: 0, meaning })
  const column = (id: string, labelId: string) => ({
    ...{ id, title: id, labelId },
    ...{ wipCount: null, wipWeight: null, usualDays: null },
  })
  const card = (ref: number, labelId: string) => ({
    ...{ ref, title: `Card ${ref}`, state: 'open' as const, closeReason: null, closedAt: null, labelIds: [labelId] },
    ...{ milestone: null, epic: null, team: null, weight: 1, dri: null, assignees: [], blocked: null, since: null },
    ...{ due: null, confidential: false, sample: false, rank: String(ref).padStart(5, '0'), version: 1 },
  })
  return {
    board: { slug: 'build', title: 'Build', kind: 'build', milestone: null },
    columns: [column('c-ready', 'ready'), column('c-dev', 'dev'), column('c-review', 'review')],
    filterLabelIds: [],
    milestone: null,
    milestones: [],
    current: null,
    next: null,
    labels: [
      label('ready', 'workflow.ready-for-development'),
      label('dev', 'workflow.in-dev'),
      label('review', 'workflow.in-review'),
    ],
    ...{ people: [], teams: [], epics: [], capacity: null, today: '2026-01-07', event: 1 },
    cards: Array.from({ length: size }, (_, at) => card(at + 1, at % 2 === 0 ? 'dev' : 'review')),
  }
}
