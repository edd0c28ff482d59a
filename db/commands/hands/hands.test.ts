import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { listEvents } from '../../queries/events.ts'
import { listHands, openHands } from '../../queries/hands.ts'
import { listInbox } from '../../queries/inbox.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { createEpic } from '../epics.ts'
import { closeIssue } from '../issues/close.ts'
import { undoEvent } from '../undo.ts'
import { helpHand, lowerHand, raiseHand, stopHelping } from './hands.ts'

const group = 'custom-models'
const ASK = 'I need help with the DWS probe.'
const raise = (ctx: Ctx, subject?: string, kind: 'stuck' | 'take_over' = 'stuck') =>
  raiseHand(ctx, { group, kind, ask: ASK, ...(subject === undefined ? {} : { subject }) })
const later = (ctx: Ctx, minutes: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
})
const sameBothWays = async (ctx: Ctx) => {
  const { ledger, tables } = await rowsBothWays(ctx.db, ctx.group.id)
  expect(ledger['hands']).toEqual(tables['hands'])
}

test('a hand on an issue is told to the EM and to those who follow it, and stands in its journal', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const ref = await anIssue(ctx, { dri: 'cindy' })
    const { hand } = await raiseHand(julie, {
      group,
      kind: 'stuck',
      ask: `  ${ASK} `,
      subject: `issue-${ref}`,
    })
    expect(hand).toMatchObject({ ask: ASK, by: 'julie', helper: null, lowered: null })
    expect(hand.about).toMatchObject({ kind: 'issue', ref, title: 'Slow model list' })
    const [told] = (await listEvents(ctx, { group, issue: ref, limit: 1 })).items
    expect(told?.sentence).toContain('raised a hand on this issue, stuck: I need help with the DWS probe')
    const inbox = async (who: Ctx) =>
      (await listInbox(who, { group })).items.filter(({ issue }) => issue === ref)
    expect(await inbox(ctx)).toHaveLength(1)
    expect((await inbox(cindy)).length).toBeGreaterThan(0)
    expect(await inbox(julie)).toEqual([])
  }))

test('of an epic, or of oneself; nothing of what is closed', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { number } = await createEpic(ctx, { title: 'Lifecycle' })
    expect((await raise(julie, `epic-${number}`)).hand.about).toMatchObject({ kind: 'epic', ref: number })
    expect((await raise(julie)).hand.about).toBeNull()
    const ref = await anIssue(ctx)
    await closeIssue(ctx, { group, ref, reason: 'done' })
    await expect(raise(julie, `issue-${ref}`)).rejects.toThrow('Reopen it first')
    await expect(raise(julie, 'issue-800001')).rejects.toMatchObject({ code: 'not_found' })
    await expect(raiseHand(julie, { group, kind: 'stuck', ask: 'I need help with' })).rejects.toThrow(
      'Say what you need in one sentence.',
    )
    expect((await openHands(julie)).map(({ about }) => about?.kind ?? null)).toEqual(['epic', null])
    expect((await openHands(julie, { kind: 'epic', ref: number })).map(({ ask }) => ask)).toEqual([ASK])
    await sameBothWays(ctx)
  }))

test('the first who helps is the helper, the next is told who that is; who helps steps back', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy, newick] = [await as('julie'), await as('cindy'), await as('newick')]
    const { hand } = await raise(julie)
    const one = { group, hand: hand.id }
    await expect(helpHand(julie, one)).rejects.toThrow('You raised this hand yourself')
    expect((await helpHand(later(cindy, 30), one)).hand).toMatchObject({ helper: 'cindy' })
    await expect(helpHand(newick, one)).rejects.toMatchObject({
      code: 'conflict',
      detail: 'Cindy Halim already helps.',
    })
    expect((await listInbox(later(julie, 60), { group })).items).toHaveLength(1)
    await expect(stopHelping(newick, one)).rejects.toThrow('You do not help here.')
    await stopHelping(cindy, one)
    expect((await helpHand(newick, one)).hand.helper).toBe('newick')
    await sameBothWays(ctx)
  }))

test('who raised it, who helps and the EM lower it, and how it ended stays', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy, newick] = [await as('julie'), await as('cindy'), await as('newick')]
    const hands = [await raise(julie), await raise(julie), await raise(julie)].map(({ hand }) => hand.id)
    const [first = 0, second = 0, third = 0] = hands
    await helpHand(cindy, { group, hand: second })
    const how = 'The certificate had expired.'
    await expect(lowerHand(newick, { group, hand: first, how })).rejects.toThrow(
      'Only the person who raised it',
    )
    await expect(lowerHand(julie, { group, hand: first, how: '  ' })).rejects.toThrow('Say how it ended.')
    await lowerHand(julie, { group, hand: first, how })
    await lowerHand(cindy, { group, hand: second, how: `${how} Again.` })
    await lowerHand(ctx, { group, hand: third, how: 'It waits for the next milestone.' })
    await expect(lowerHand(ctx, { group, hand: third, how })).rejects.toThrow('already lowered')
    await expect(helpHand(newick, { group, hand: third })).rejects.toThrow('already lowered')
    const lowered = async (q?: string) =>
      (await listHands(julie, { group, state: 'lowered', ...(q === undefined ? {} : { q }) })).items.map(
        ({ id }) => id,
      )
    expect(await lowered()).toEqual([third, second, first])
    expect(await lowered('CERTIFICATE')).toEqual([second, first])
    expect(await lowered('nothing like it')).toEqual([])
    expect(await openHands(julie)).toEqual([])
    await sameBothWays(ctx)
  }))

test('a page of lowered hands ends where the next one begins', () =>
  inWorld(async (ctx) => {
    for (let made = 0; made < 53; made += 1) {
      const { hand } = await raise(ctx)
      await lowerHand(ctx, { group, hand: hand.id, how: 'Done.' })
    }
    const first = await listHands(ctx, { group, state: 'lowered' })
    expect(first.items).toHaveLength(50)
    const second = await listHands(ctx, { group, state: 'lowered', after: first.next ?? '' })
    expect(second).toMatchObject({ next: null })
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(ids).toHaveLength(53)
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
  }))

test('those that wait for help come first, the longest first; the time to help is of the group alone', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const made: number[] = []
    for (const minute of [0, 1, 2, 3]) made.push((await raise(later(julie, minute))).hand.id)
    const [a, b, c, d] = made
    const order = async () => (await openHands(ctx)).map(({ id }) => id)
    expect(await order()).toEqual([a, b, c, d])
    expect((await listHands(ctx, { group })).medianMinutes).toBeNull()
    await helpHand(later(cindy, 12), { group, hand: c ?? 0 })
    await helpHand(later(cindy, 31), { group, hand: b ?? 0 })
    await helpHand(later(cindy, 60), { group, hand: a ?? 0 })
    expect(await order()).toEqual([d, a, b, c])
    expect((await listHands(ctx, { group })).medianMinutes).toBe(30)
    const inHalfAYear = later(ctx, 180 * 1440)
    expect((await listHands(inHalfAYear, { group })).medianMinutes).toBeNull()
  }))

test('of a confidential issue a person who may not see it hears nothing', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { confidential: true })
    const { hand } = await raise(await as('julie'), `issue-${ref}`)
    const outside: Ctx = { ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } }
    expect((await listHands(outside, { group })).items).toEqual([])
    const newick = await as('newick')
    await ctx.db.query("update group_roles set role = 'stakeholder' where person_id = $1", [newick.actor.id])
    await expect(helpHand(newick, { group, hand: hand.id })).rejects.toMatchObject({ code: 'forbidden' })
  }))

test('each step is taken back, and that too; what others answered is lowered instead', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const ref = await anIssue(ctx)
    const { hand, event } = await raise(julie, `issue-${ref}`)
    const one = { group, hand: hand.id }
    const state = async () => {
      await sameBothWays(ctx)
      const [found] = (await openHands(ctx)).map(({ id, helper }) => `${id} ${helper?.handle ?? ''}`.trim())
      return found ?? null
    }
    const undone = await undoEvent(julie, { group, event })
    expect(await state()).toBeNull()
    await undoEvent(julie, { group, event: undone.event })
    expect(await state()).toBe(`${hand.id}`)
    const help = await helpHand(cindy, one)
    await expect(undoEvent(julie, { group, event })).rejects.toThrow()
    const without = await undoEvent(cindy, { group, event: help.event })
    expect(await state()).toBe(`${hand.id}`)
    await undoEvent(cindy, { group, event: without.event })
    expect(await state()).toBe(`${hand.id} cindy`)
    const stop = await stopHelping(cindy, one)
    await undoEvent(cindy, { group, event: stop.event })
    const low = await lowerHand(julie, { ...one, how: 'Found.' })
    expect(await state()).toBeNull()
    const open = await undoEvent(julie, { group, event: low.event })
    expect(await state()).toBe(`${hand.id} cindy`)
    await undoEvent(julie, { group, event: open.event })
    expect(await state()).toBeNull()
  }))
