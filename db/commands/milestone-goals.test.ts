import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { lastEvent, listEvents } from '../queries/events.ts'
import { rowsBothWays } from '../testing/replayed.ts'
import { inWorld } from '../testing/world.ts'
import { closeMilestone } from './closing/close.ts'
import { editGoals, goalsOf } from './milestone-goals.ts'
import { undoEvent } from './undo.ts'

const where = { group: 'custom-models', milestone: '18.8' }
const goals = async (ctx: Ctx) => (await goalsOf(ctx, '18.8')).goals
const newestSentence = async (ctx: Ctx) =>
  (await listEvents(ctx, { group: where.group, limit: 1 })).items[0]?.sentence

test('PM and EM write what a milestone is for; each event holds the text before and after', () =>
  inWorld(async (ctx, { as }) => {
    const first = await editGoals(await as('jordan'), { ...where, goals: '- Batch endpoints', version: 1 })
    expect(first.version).toBe(2)
    expect(await newestSentence(ctx)).toContain('wrote the goals of 18.8')
    await editGoals(ctx, { ...where, goals: '- Batch endpoints\n- Metering', version: 2 })
    expect(await newestSentence(ctx)).toContain('edited the goals of 18.8')
    expect(await goals(ctx)).toBe('- Batch endpoints\n- Metering')
    const events = await lastEvent(ctx)
    await editGoals(ctx, { ...where, goals: '- Batch endpoints\n- Metering', version: 1 })
    expect(await lastEvent(ctx), 'what changes nothing leaves no event').toBe(events)
    const { ledger, tables } = await rowsBothWays(ctx.db, 1)
    expect(ledger).toEqual(tables)
  }))

test('an engineer reads them', () =>
  inWorld(async (_, { as }) => {
    const editing = editGoals(await as('julie'), { ...where, goals: 'Mine', version: 1 })
    await expect(editing).rejects.toMatchObject({ code: 'forbidden' })
  }))

test('of two editors the second is shown both texts and by whom', () =>
  inWorld(async (ctx, { as }) => {
    await editGoals(await as('jordan'), { ...where, goals: 'Theirs', version: 1 })
    await expect(editGoals(ctx, { ...where, goals: 'Mine', version: 1 })).rejects.toMatchObject({
      code: 'stale',
      facts: { yours: { goals: 'Mine' }, theirs: { goals: 'Theirs' }, version: 2, by: 'Jordan Janes' },
    })
    expect(await goals(ctx)).toBe('Theirs')
  }))

test('undo brings back the text before, and undo of that the one after', () =>
  inWorld(async (ctx) => {
    await editGoals(ctx, { ...where, goals: 'One', version: 1 })
    const { event } = await editGoals(ctx, { ...where, goals: 'Two', version: 2 })
    const back = await undoEvent(ctx, { group: where.group, event })
    expect(await goals(ctx)).toBe('One')
    const rows = await rowsBothWays(ctx.db, 1)
    expect(rows.ledger).toEqual(rows.tables)
    await undoEvent(ctx, { group: where.group, event: back.event })
    expect(await goals(ctx)).toBe('Two')
    const again = await rowsBothWays(ctx.db, 1)
    expect(again.ledger).toEqual(again.tables)
  }))

test('goals of a closed milestone stay, and shelves have none', () =>
  inWorld(async (ctx) => {
    await closeMilestone(ctx, { ...where, issues: [], early: true })
    await expect(editGoals(ctx, { ...where, goals: 'Late', version: 1 })).rejects.toThrow('no longer change')
    const shelf = editGoals(ctx, { ...where, milestone: 'backlog', goals: 'Any', version: 1 })
    await expect(shelf).rejects.toThrow('Shelves have no goals')
  }))
