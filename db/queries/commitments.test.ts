import { expect, test } from 'vitest'
import { closeIssue, reopenIssue } from '../commands/issues/close.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { planIssue, weighIssue } from '../commands/issues/plan.ts'
import { undoEvent } from '../commands/undo.ts'
import { closeMilestone } from '../commands/closing/close.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { viewBoard } from './boards.ts'

const group = 'custom-models'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const at = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T12:00:00Z`) })
const outside = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } })
const past = (ctx: Ctx, board = 'build') => viewBoard(at(ctx, '2026-01-20'), { board, milestone: '18.8' })

/** Five Deliverables of 18.8: done, moved away, label taken off, won't do, and one that lies there still. */
async function aMilestone(ctx: Ctx): Promise<number[]> {
  const refs: number[] = []
  for (let weight = 1; weight <= 5; weight += 1)
    refs.push(await anIssue(ctx, { labels, dri: 'julie', weight, confidential: weight === 2 }))
  const [done = 0, moved = 0, off = 0, dropped = 0] = refs
  await closeIssue(ctx, { group, ref: done, reason: 'done' })
  await planIssue(ctx, { group, ref: moved, milestone: '18.9' })
  await labelIssue(ctx, { group, ref: off, remove: ['Deliverable'] })
  await closeIssue(ctx, { group, ref: dropped, reason: 'wont_do' })
  return refs
}

const expected = {
  assigned: { count: 5, weight: 15 },
  completed: { count: 1, weight: 1 },
  moved: { count: 2, weight: 5 },
}

test('a milestone that runs tells nothing settled, one that is over what its events know, to every reader', () =>
  inWorld(async (ctx) => {
    await aMilestone(ctx)
    expect((await viewBoard(ctx, { board: 'build' })).commitments).toBeNull()
    for (const board of ['build', 'planning'])
      for (const reader of [ctx, outside(ctx)]) {
        expect(await past(reader, board)).toMatchObject({ commitments: expected, capacity: null })
      }
    expect((await viewBoard(ctx, { board: 'next-1-3' })).commitments).toBeNull()
  }))

test('what happens after its end changes no number of it', () =>
  inWorld(async (ctx) => {
    const [done = 0, , , , left = 0] = await aMilestone(ctx)
    const later = at(ctx, '2026-01-12')
    await reopenIssue(later, { group, ref: done })
    await weighIssue(later, { group, ref: left, weight: 3 })
    await planIssue(later, { group, ref: left, milestone: '18.9' })
    await closeIssue(later, { group, ref: left, reason: 'done' })
    expect((await past(ctx)).commitments).toEqual(expected)
  }))

test('a milestone that was closed early ends there', () =>
  inWorld(async (ctx) => {
    const [, , , , left = 0] = await aMilestone(ctx)
    const closing = { ...ctx, now: new Date('2026-01-07T15:00:00Z') }
    const choice = { ref: left, destination: '18.9', reason: 'scope' as const }
    await closeMilestone(closing, { group, milestone: '18.8', issues: [choice], early: true })
    await closeIssue(at(ctx, '2026-01-08'), { group, ref: left, reason: 'done' })
    const view = await viewBoard(at(ctx, '2026-01-08'), { board: 'build', milestone: '18.8' })
    expect(view.commitments).toEqual(expected)
  }))

test('a commitment that was made by mistake and undone was never made', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels: labels.slice(0, 3), dri: 'julie' })
    const { event } = await labelIssue(ctx, { group, ref, add: ['Deliverable'] })
    await undoEvent(ctx, { group, event })
    expect((await past(ctx)).commitments).toMatchObject({ assigned: { count: 0, weight: 0 } })
  }))
