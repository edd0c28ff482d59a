import { expect, test } from 'vitest'
import { THE_CLOCK, type Ctx } from '../../context.ts'
import { boardFacts } from '../../queries/board-facts.ts'
import { viewBoard } from '../../queries/boards.ts'
import { lastEvent } from '../../queries/events.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { undoEvent } from '../undo.ts'
import { bulkMove } from './bulk-move.ts'

const group = 'custom-models'
const board = 'build'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const five = async (ctx: Ctx) => {
  const refs: number[] = []
  for (const title of ['A', 'B', 'C', 'D', 'E'])
    refs.push(await anIssue(ctx, { title, labels, dri: 'julie' }))
  return refs
}
const order = async (ctx: Ctx) => (await viewBoard(ctx, { board })).cards.map((card) => card.ref)
const lane = async (ctx: Ctx, title: string) =>
  (await boardFacts(ctx, board)).columns.find((column) => column.title === title)?.id ?? 'missing'

test('several cards come to lie one below the other, where the first of them was put', () =>
  inWorld(async (ctx) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = await five(ctx)
    const to = await lane(ctx, 'in dev')
    await bulkMove(ctx, { group, board, refs: [b, d], to, after: e })
    expect(await order(ctx)).toEqual([a, c, e, b, d])
    await bulkMove(ctx, { group, board, refs: [d, c], to, after: null, before: a })
    expect(await order(ctx)).toEqual([d, c, a, e, b])
  }))

test('each leaves its own event, and all are taken back together', () =>
  inWorld(async (ctx) => {
    const [a = 0, b = 0, c = 0] = await five(ctx)
    const [before, event] = [await order(ctx), await lastEvent(ctx)]
    const to = await lane(ctx, 'in review')
    const { done, refused } = await bulkMove(ctx, { group, board, refs: [c, a, b], to })
    expect(refused).toEqual([])
    expect(done.map((one) => [one.card.ref, one.event])).toEqual([
      [c, event + 1],
      [a, event + 2],
      [b, event + 3],
    ])
    const back = await undoEvent(ctx, { group, event: event + 2 })
    expect(back.refused).toEqual([])
    expect(await order(ctx)).toEqual(before)
  }))

test('what is refused stays with its reason, and the others move', () =>
  inWorld(async (ctx) => {
    const [a = 0] = await five(ctx)
    const elsewhere = await anIssue(ctx)
    const { done, refused } = await bulkMove(ctx, {
      group,
      board,
      refs: [elsewhere, a, 999_999],
      to: await lane(ctx, 'in review'),
    })
    expect(done.map(({ card }) => card.ref)).toEqual([a])
    expect(refused.map(({ ref }) => ref)).toEqual([elsewhere, 999_999])
    expect(refused[0]?.because).toContain('is no longer on the Build board')
  }))

test('what lies there already is no act of anybody, so that nothing of it can be taken back', () =>
  inWorld(async (ctx) => {
    const [a = 0] = await five(ctx)
    const { done, refused } = await bulkMove(ctx, {
      group,
      board,
      refs: [a],
      to: await lane(ctx, 'in dev'),
    })
    expect(done).toEqual([])
    expect(refused).toEqual([{ ref: a, because: 'The card is already there.', rule: 'unchanged' }])
  }))

test('who does not move one card does not move several', () =>
  inWorld(async (ctx) => {
    const [a = 0] = await five(ctx)
    const nobody: Ctx = { ...ctx, actor: { ...THE_CLOCK, roles: ['stakeholder'], admin: false } }
    await expect(bulkMove(nobody, { group, board, refs: [a], to: 'closed' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }))
