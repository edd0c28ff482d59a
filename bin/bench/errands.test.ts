import { expect, test } from 'vitest'
import type { Dealt } from './board.ts'
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

/** Two columns that ask nothing, half of the cards in each, beside one that asks whether the work is ready. */
function aBoard(size: number): Dealt {
  const label = (id: string, meaning: string) => ({ id, title: id, meaning })
  const column = (id: string, labelId: string) => ({ id, title: id, labelId })
  return {
    columns: [column('c-ready', 'ready'), column('c-dev', 'dev'), column('c-review', 'review')],
    labels: [
      label('ready', 'workflow.ready-for-development'),
      label('dev', 'workflow.in-dev'),
      label('review', 'workflow.in-review'),
    ],
    cards: Array.from({ length: size }, (_, at) => ({
      ref: at + 1,
      state: 'open',
      labelIds: [at % 2 === 0 ? 'dev' : 'review'],
    })),
  }
}
