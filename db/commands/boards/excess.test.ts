import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { viewBoard } from '../../queries/boards.ts'
import { cardByRef } from '../../queries/cards.ts'
import { lastEvent, listEvents } from '../../queries/events.ts'
import { readSayDo } from '../../queries/say-do.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { planIssue } from '../issues/plan.ts'
import { undoEvent } from '../undo.ts'
import { moveExcess } from './excess.ts'

const group = 'custom-models'
const shown = { group, board: 'planning', milestone: '18.8' }
const labels = ['group::custom models', 'type::bug', 'workflow::planning breakdown']
/** 99 is more than the group can carry: it lies below the line, and so does what follows it. */
const overload = async (ctx: Ctx) => [
  await anIssue(ctx, { title: 'Fits', labels, weight: 1 }),
  await anIssue(ctx, { title: 'First of the excess', labels, weight: 99 }),
  await anIssue(ctx, { title: 'Second of the excess', labels, weight: 1 }),
]

test('what lies below the line goes to the next milestone in one act, each issue with its own event', () =>
  inWorld(async (ctx) => {
    const [fits = 0, first = 0, second = 0] = await overload(ctx)
    const before = await lastEvent(ctx)
    const { done, refused } = await moveExcess(ctx, { ...shown, to: '18.9', refs: [first, second] })
    expect(refused).toEqual([])
    expect(done.map(({ card, event }) => [card.ref, card.milestone, event])).toEqual([
      [first, '18.9', before + 1],
      [second, '18.9', before + 2],
    ])
    expect(await cardByRef(ctx, fits)).toMatchObject({ milestone: '18.8' })
    const { items } = await listEvents(ctx, { group, issue: first, limit: 1 })
    expect(items[0]?.sentence).toContain('changed the milestone of this issue from 18.8 to 18.9')
    const { cards } = await viewBoard(ctx, { board: 'planning', milestone: '18.8' })
    expect(cards.map(({ ref }) => ref)).toEqual([fits])
  }))

test('it goes to the shelf of the next three milestones too, and to no other place', () =>
  inWorld(async (ctx) => {
    const [, first = 0] = await overload(ctx)
    await expect(moveExcess(ctx, { ...shown, to: 'backlog', refs: [first] })).rejects.toThrow(
      'Cards below the line can move to 18.9 or to Next 1-3 Milestones.',
    )
    await expect(
      moveExcess(ctx, { group, board: 'build', milestone: '18.8', to: '18.9', refs: [first] }),
    ).rejects.toThrow('Only the planning board has a waterline')
    const { done } = await moveExcess(ctx, { ...shown, to: 'next-1-3', refs: [first] })
    expect(done[0]?.card.milestone).toBe('next-1-3')
  }))

test('what has risen above the line since, and a Deliverable that may not leave, stay and say why', () =>
  inWorld(async (ctx, { as }) => {
    const [fits = 0, first = 0] = await overload(ctx)
    const deliverable = await anIssue(ctx, {
      labels: ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable'],
      dri: 'julie',
    })
    const byPm = await moveExcess(await as('jordan'), { ...shown, to: '18.9', refs: [deliverable] })
    expect(byPm.refused[0]?.because).toContain('Only the engineering manager')
    const { done, refused } = await moveExcess(ctx, {
      ...shown,
      to: 'next-1-3',
      refs: [fits, deliverable, first],
    })
    expect(done.map(({ card }) => card.ref)).toEqual([first])
    expect(refused).toMatchObject([
      { ref: fits, because: 'This card is no longer below the line.' },
      { ref: deliverable, because: expect.stringContaining('Take Deliverable off') },
    ])
  }))

test('a Deliverable below the line of the milestone that runs can leave it by a push-back; what is none just goes', () =>
  inWorld(async (ctx) => {
    const [, first = 0] = await overload(ctx)
    const said = await anIssue(ctx, {
      labels: ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable'],
      dri: 'julie',
      weight: 99,
    })
    const pushBack = { reason: 'There is no room for it.' }
    const { done, refused } = await moveExcess(ctx, {
      ...shown,
      to: 'next-1-3',
      refs: [first, said],
      withoutDeliverable: true,
      pushBack,
    })
    expect([done.length, refused]).toEqual([2, []])
    expect((await readSayDo(ctx, { milestone: '18.8' })).reprioritised).toEqual([said])
  }))

test('engineers do not order the planning board, so that they do not clear it either', () =>
  inWorld(async (ctx, { as }) => {
    const [, first = 0] = await overload(ctx)
    await expect(
      moveExcess(await as('julie'), { ...shown, to: '18.9', refs: [first] }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
  }))

test('the whole act is taken back at once, but for what another person has changed since', () =>
  inWorld(async (ctx, { as }) => {
    const [, first = 0, second = 0] = await overload(ctx)
    const jordan = await as('jordan')
    const { done } = await moveExcess(jordan, { ...shown, to: '18.9', refs: [first, second] })
    await planIssue(ctx, { group, ref: second, milestone: 'backlog' })
    const [event = 0, other = 0] = done.map((one) => one.event)
    const back = await undoEvent(jordan, { group, event })
    expect(back.cards.map(({ ref, milestone }) => [ref, milestone])).toEqual([[first, '18.8']])
    expect(back.refused).toMatchObject([{ event: other, because: expect.stringContaining('since') }])
    await expect(undoEvent(await as('julie'), { group, event })).rejects.toThrow(
      'Only the person who made this change',
    )
  }))

// What one did again later stands in the way only until one takes that back.
test('of several acts on one issue the newest is taken back first, and each finds what it left behind', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const one = await planIssue(ctx, { group, ref, milestone: '18.9' })
    const two = await planIssue(ctx, { group, ref, milestone: 'backlog' })
    await expect(undoEvent(ctx, { group, event: one.event })).rejects.toThrow('Undo that first')
    expect((await undoEvent(ctx, { group, event: two.event })).cards[0]?.milestone).toBe('18.9')
    expect((await undoEvent(ctx, { group, event: one.event })).cards[0]?.milestone).toBe('18.8')
  }))
