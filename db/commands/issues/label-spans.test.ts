import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { boardFacts } from '../../queries/board-facts.ts'
import { cardByRef } from '../../queries/cards.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { undoEvent } from '../undo.ts'
import { labelIssue } from './labels.ts'
import { moveIssue } from './move.ts'

const group = 'custom-models'
const DAY = 86_400_000
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + days * DAY) })
const onBuild = (ctx: Ctx) =>
  anIssue(ctx, {
    labels: ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable'],
    dri: 'julie',
  })
const move = async (ctx: Ctx, ref: number, title: string, more = {}) => {
  const to = (await boardFacts(ctx, 'build')).columns.find((column) => column.title === title)?.id ?? ''
  return moveIssue(ctx, { group, board: 'build', ref, to, ...more })
}
const spans = async (ctx: Ctx, ref: number) =>
  (await ctx.db.query('select label_id from label_spans where issue_number = $1', [ref])).rows

test('a move that is taken back does not make a card young again', () =>
  inWorld(async (ctx) => {
    const ref = await onBuild(ctx)
    const before = await cardByRef(ctx, ref)
    const [tenDays, soon] = [later(ctx, 10), later(ctx, 10.2)]
    const { event } = await move(tenDays, ref, 'in review')
    await undoEvent(soon, { group, event })
    expect(await cardByRef(ctx, ref)).toEqual(before)
    expect(await spans(ctx, ref)).toEqual([])
  }))

test('a label that is taken back leaves the age as it was too', () =>
  inWorld(async (ctx) => {
    const ref = await onBuild(ctx)
    const before = await cardByRef(ctx, ref)
    const { event } = await labelIssue(later(ctx, 3), { group, ref, add: ['workflow::in review'] })
    await undoEvent(later(ctx, 3.5), { group, event })
    expect(await cardByRef(ctx, ref)).toEqual(before)
  }))

test('what a blocked card waits for comes back with it', () =>
  inWorld(async (ctx) => {
    const ref = await onBuild(ctx)
    const blocked = { need: 'The price list', from: 'Fulfillment' }
    await move(ctx, ref, 'blocked', { blocked })
    const before = await cardByRef(ctx, ref)
    const { event } = await move(later(ctx, 2), ref, 'in dev')
    await undoEvent(later(ctx, 2.5), { group, event })
    expect(await cardByRef(ctx, ref)).toEqual(before)
    const { rows } = await ctx.db.query('select until_at from blocks where issue_number = $1', [ref])
    expect(rows).toEqual([{ until_at: null }])
  }))

test('earlier stays in the same column stay in the record', () =>
  inWorld(async (ctx) => {
    const ref = await onBuild(ctx)
    await move(later(ctx, 1), ref, 'in review')
    await move(later(ctx, 2), ref, 'in dev')
    const before = (await spans(ctx, ref)).length
    const { event } = await move(later(ctx, 3), ref, 'in review')
    await undoEvent(later(ctx, 3.1), { group, event })
    expect((await spans(ctx, ref)).length).toBe(before)
    expect((await cardByRef(ctx, ref))?.since).toBe(later(ctx, 2).now.toISOString())
  }))
