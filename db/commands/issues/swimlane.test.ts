import { expect, test } from 'vitest'
import { boardFacts } from '../../queries/board-facts.ts'
import { lastEvent, listEvents } from '../../queries/events.ts'
import { cardByRef } from '../../queries/cards.ts'
import { readIssue } from '../../queries/issues.ts'
import type { Ctx } from '../../context.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { createEpic } from '../epics.ts'
import { handOver } from '../hand-overs/hand-over.ts'
import { bulkMove } from '../boards/bulk-move.ts'
import { undoEvent } from '../undo.ts'
import { moveIssue } from './move.ts'

const group = 'custom-models'
const board = 'build'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const context = 'The probe works; the page is next.'
const person = (handle: string | null, more = {}) => ({ by: 'person' as const, person: handle, ...more })
const column = async (ctx: Ctx, title: string) =>
  (await boardFacts(ctx, board)).columns.find((one) => one.title === title)?.id ?? 'missing'
const aCard = (ctx: Ctx, dri: string | null) =>
  anIssue(ctx, dri === null ? { labels: labels.slice(0, 3) } : { labels, dri })
/** The build board shows Deliverables alone, and those have a DRI. */
const planning = 'planning'

test('a drop changes column and epic in one act, which is taken back as one', () =>
  inWorld(async (ctx) => {
    const epic = (await createEpic(ctx, { title: 'Health check' })).number
    const ref = await aCard(ctx, 'julie')
    const to = await column(ctx, 'in review')
    const before = await lastEvent(ctx)
    const { card, event } = await moveIssue(ctx, { group, board, ref, to, swimlane: { by: 'epic', epic } })
    expect(card.epic).toBe(epic)
    const { items } = await listEvents(ctx, { group, issue: ref, limit: 2 })
    expect(items.map(({ type, number }) => [type, number])).toEqual([
      ['issue.epic_set', before + 2],
      ['issue.moved', before + 1],
    ])
    const back = await undoEvent(ctx, { group, event })
    expect(back.done).toBe(2)
    expect(await cardByRef(ctx, ref)).toMatchObject({ epic: null, labelIds: expect.any(Array) })
    expect((await readIssue(ctx, { group, ref })).labels.map(({ title }) => title)).toContain(
      'workflow::in dev',
    )
  }))

test('a drop into another team’s lane sets the team, and into the lane without one takes it off', () =>
  inWorld(async (ctx) => {
    const ref = await aCard(ctx, 'julie')
    const set = (team: string | null) =>
      moveIssue(ctx, { group, board, ref, to: null, swimlane: { by: 'team', team } })
    expect((await set('gateway-services')).card.team).toBe('gateway-services')
    const off = await set(null)
    expect(off.card.team).toBeNull()
    await undoEvent(ctx, { group, event: off.event })
    expect((await cardByRef(ctx, ref))?.team).toBe('gateway-services')
  }))

test('an unowned card that is dropped into your lane is yours, with the column, until you undo it', () =>
  inWorld(async (ctx, { as }) => {
    const cindy = await as('cindy')
    const ref = await aCard(ctx, null)
    const { card, event } = await moveIssue(cindy, {
      group,
      board: planning,
      ref,
      to: null,
      swimlane: person('cindy', { from: null }),
    })
    expect(card).toMatchObject({ dri: 'cindy', assignees: ['cindy'] })
    await undoEvent(cindy, { group, event })
    expect(await cardByRef(ctx, ref)).toMatchObject({ dri: null, assignees: [] })
  }))

test('of a drop that the DRI’s rules refuse nothing happens, not even the column', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await aCard(ctx, 'julie')
    const to = await column(ctx, 'in review')
    const [cindy, event] = [await as('cindy'), await lastEvent(ctx)]
    const drop = (handle: string | null, more = {}) =>
      moveIssue(cindy, { group, board, ref, to, swimlane: person(handle, more) })
    await expect(drop('cindy', { context })).rejects.toMatchObject({
      detail: 'Julie Huang is the DRI. Ask for a hand-over.',
      facts: { rule: 'not_your_hand_over' },
    })
    await expect(drop(null)).rejects.toMatchObject({ facts: { rule: 'not_the_dri' } })
    await expect(drop('newick', { from: null, context })).rejects.toMatchObject({ code: 'conflict' })
    await expect(drop('nobody-here')).rejects.toMatchObject({ code: 'not_found' })
    expect(await lastEvent(ctx)).toBe(event)
    const free = await aCard(ctx, null)
    await expect(
      moveIssue(cindy, { group, board: planning, ref: free, to: null, swimlane: person('julie') }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  }))

test('your own card is offered with context; until it is accepted you stay the DRI', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await aCard(ctx, 'julie')
    const to = await column(ctx, 'in review')
    const drop = (more = {}) => moveIssue(julie, { group, board, ref, to, swimlane: person('cindy', more) })
    await expect(drop()).rejects.toThrow('Add context')
    const { card, event } = await drop({ context })
    expect(card).toMatchObject({ dri: 'julie', offeredTo: 'cindy' })
    await undoEvent(julie, { group, event })
    expect(await cardByRef(ctx, ref)).toMatchObject({ dri: 'julie', offeredTo: null })
    expect((await readIssue(ctx, { group, ref })).labels.map(({ title }) => title)).toContain(
      'workflow::in dev',
    )
  }))

test('the EM hands over at once with context, and takes that back with the move', () =>
  inWorld(async (ctx) => {
    const ref = await aCard(ctx, 'julie')
    const to = await column(ctx, 'in review')
    const lane = person('cindy', { from: 'julie', context })
    const { card, event } = await moveIssue(ctx, { group, board, ref, to, swimlane: lane })
    expect(card).toMatchObject({ dri: 'cindy', offeredTo: null })
    const back = await undoEvent(ctx, { group, event })
    expect([back.done, back.refused]).toEqual([2, []])
    expect((await cardByRef(ctx, ref))?.dri).toBe('julie')
    const asked = { ...lane, atOnce: false }
    expect((await moveIssue(ctx, { group, board, ref, to, swimlane: asked })).card).toMatchObject({
      dri: 'julie',
      offeredTo: 'cindy',
    })
  }))

test('a hand-over that was made since is not taken back from under the next DRI', () =>
  inWorld(async (ctx) => {
    const ref = await aCard(ctx, 'julie')
    const swimlane = person('cindy', { context })
    const { event } = await moveIssue(ctx, { group, board, ref, to: null, swimlane })
    await handOver(ctx, { group, ref, from: 'cindy', to: 'newick', context, atOnce: true })
    await expect(undoEvent(ctx, { group, event })).rejects.toMatchObject({ code: 'conflict' })
    expect((await cardByRef(ctx, ref))?.dri).toBe('newick')
  }))

test('several cards enter a lane as one act; what the rules refuse stays where it was, column and all', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const [mine, hers] = [await aCard(ctx, 'julie'), await aCard(ctx, 'newick')]
    const to = await column(ctx, 'in review')
    const report = await bulkMove(julie, {
      group,
      board,
      refs: [mine, hers],
      to,
      swimlane: person('cindy', { context }),
    })
    expect(report.done.map(({ card }) => [card.ref, card.offeredTo])).toEqual([[mine, 'cindy']])
    expect(report.refused).toEqual([
      { ref: hers, because: 'Newick Lee is the DRI. Ask for a hand-over.', rule: 'not_your_hand_over' },
    ])
    expect((await readIssue(ctx, { group, ref: hers })).labels.map(({ title }) => title)).toContain(
      'workflow::in dev',
    )
    await undoEvent(julie, { group, event: report.done[0]?.event ?? 0 })
    expect(await cardByRef(ctx, mine)).toMatchObject({ dri: 'julie', offeredTo: null })
  }))

test('a confidential card is not found by a person who may not see it, whatever lane it is dropped into', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { labels, dri: 'julie', confidential: true })
    const cindy = await as('cindy')
    await ctx.db.query(`update group_roles set role = 'stakeholder' where person_id = $1`, [cindy.actor.id])
    await expect(
      moveIssue(cindy, { group, board, ref, to: null, swimlane: { by: 'epic', epic: null } }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|not_found/) })
  }))
