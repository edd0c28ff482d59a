import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { countInbox, listInbox } from '../queries/inbox.ts'
import { readIssue } from '../queries/issues.ts'
import { readWatching } from '../queries/watching.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { reactToComment } from './comments.ts'
import { doneWithInbox, snoozeInbox, watchIssue } from './inbox.ts'
import { acceptHandOver, withdrawHandOver } from './hand-overs/answer.ts'
import { handOver } from './hand-overs/hand-over.ts'
import { closeIssue } from './issues/close.ts'
import { commentOnIssue } from './issues/comment.ts'
import { createIssue } from './issues/create.ts'
import { labelIssue } from './issues/labels.ts'
import { saveSettings } from './settings.ts'

const group = 'custom-models'
const noticesOf = async (ctx: Ctx) =>
  (await listInbox(ctx, { group })).items.map(({ kind, issue }) => `${kind} #${issue}`)
const later = (ctx: Ctx, hours: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + hours * 3_600_000),
})

test('a person who is mentioned finds it in their inbox, with the words, until they are done with it', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await anIssue(ctx)
    await commentOnIssue(ctx, { group, ref, body: '@julie can you look at this?' })
    const { items, count } = await listInbox(julie, { group })
    expect(count).toBe(1)
    expect(items).toMatchObject([
      {
        kind: 'mention',
        issue: ref,
        acknowledged: false,
        words: '@julie can you look at this?',
        actor: 'mohamed',
      },
    ])
    await commentOnIssue(julie, { group, ref, body: 'Yes.' })
    expect((await listInbox(julie, { group })).items[0]).toMatchObject({ acknowledged: true })
    await doneWithInbox(julie, { group, events: items.map(({ event }) => event) })
    expect(await noticesOf(julie)).toEqual([])
    expect((await listInbox(julie, { group, view: 'done' })).items).toHaveLength(1)
    await doneWithInbox(julie, { group, events: items.map(({ event }) => event), done: false })
    expect(await noticesOf(julie)).toEqual([`mention #${ref}`])
  }))

test('a mention stays until it was answered, whether it is marked alone or with all others', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await anIssue(ctx, { dri: 'julie' })
    await commentOnIssue(ctx, { group, ref, body: 'Which one, @julie?' })
    const [mention, given] = (await listInbox(julie, { group })).items.map(({ event }) => event)
    expect(await doneWithInbox(julie, { group, events: [mention ?? 0] })).toEqual({ events: [], stayed: 1 })
    expect(await doneWithInbox(julie, { group })).toEqual({ events: [given], stayed: 1 })
    expect(await noticesOf(julie)).toEqual([`mention #${ref}`])
    const comment = (await listInbox(julie, { group })).items[0]?.comment ?? 0
    await reactToComment(julie, { group, ref, comment, emoji: '👍', on: true })
    expect(await doneWithInbox(julie, { group })).toEqual({ events: [mention], stayed: 0 })
    expect(await noticesOf(julie)).toEqual([])
  }))

test('of a description the line that names one is shown', () =>
  inWorld(async (ctx, { as }) => {
    await anIssue(ctx, { description: 'Four seconds.\n\n- ask @Julie for the trace\n- then measure' })
    const julie = await as('julie')
    expect((await listInbox(julie, { group })).items).toMatchObject([
      { kind: 'mention', words: '- ask @Julie for the trace', comment: null },
    ])
  }))

test('an inbox of any length is read page by page, each item once', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await anIssue(ctx, { dri: 'julie' })
    for (let at = 0; at < 60; at += 1) await commentOnIssue(ctx, { group, ref, body: `Word ${at}` })
    const first = await listInbox(julie, { group })
    expect(first).toMatchObject({ count: 61 })
    const second = await listInbox(julie, { group, cursor: first.next ?? '' })
    const events = [...first.items, ...second.items].map(({ event }) => event)
    expect(new Set(events).size).toBe(61)
    expect(second.next).toBeNull()
  }))

test('what came in quiet hours is not done with unseen', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await saveSettings(julie.db, julie.actor.id ?? '', { quiet: { from: '18:00', to: '08:00' } })
    await anIssue(later(ctx, 8), { dri: 'julie' })
    expect(await doneWithInbox(later(julie, 9), { group })).toEqual({ events: [], stayed: 0 })
  }))

test('people are not told of their own acts', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    await commentOnIssue(ctx, { group, ref, body: 'A note to myself, @mohamed.' })
    await closeIssue(ctx, { group, ref })
    expect(await noticesOf(ctx)).toEqual([])
  }))

test('the DRI, the author and people who spoke there hear what is said; a muted issue is silent but for one’s name', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy, newick] = [await as('julie'), await as('cindy'), await as('newick')]
    const ref = await anIssue(ctx, { dri: 'julie' })
    await commentOnIssue(cindy, { group, ref, body: 'First.' })
    await watchIssue(cindy, { group, ref, watching: false })
    await commentOnIssue(newick, { group, ref, body: 'Second.' })
    expect(await noticesOf(ctx)).toEqual([`watched #${ref}`, `watched #${ref}`])
    expect(await noticesOf(julie)).toEqual([`watched #${ref}`, `watched #${ref}`, `dri_given #${ref}`])
    expect(await noticesOf(cindy)).toEqual([])
    await commentOnIssue(newick, { group, ref, body: 'And you, @cindy?' })
    expect(await noticesOf(cindy)).toEqual([`mention #${ref}`])
  }))

test('a step over a board fills no inbox, being blocked does', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await anIssue(ctx, { dri: 'julie' })
    await doneWithInbox(julie, { group })
    await labelIssue(ctx, { group, ref, add: ['workflow::in dev'] })
    expect(await noticesOf(julie)).toEqual([])
    await labelIssue(ctx, { group, ref, add: ['workflow::blocked'] })
    expect(await noticesOf(julie)).toEqual([`watched #${ref}`])
  }))

test('a person who is handed an issue at once is told so', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { dri: 'julie' })
    await handOver(ctx, { group, ref, from: 'julie', to: 'cindy', context: 'Half done.', atOnce: true })
    expect(await noticesOf(await as('cindy'))).toEqual([`dri_given #${ref}`])
  }))

test('a hand-over waits in the inbox until it is answered, whatever else is done with', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const ref = await anIssue(ctx, { dri: 'julie' })
    await handOver(julie, { group, ref, from: 'julie', to: 'cindy', context: 'Half done.' })
    expect(await noticesOf(cindy)).toEqual([`hand_over #${ref}`])
    const [item] = (await listInbox(cindy, { group })).items
    expect(item).toMatchObject({ words: 'Half done.', offer: expect.any(Number) })
    expect(await doneWithInbox(cindy, { group, events: [item?.event ?? 0] })).toEqual({
      events: [],
      stayed: 1,
    })
    expect(await doneWithInbox(cindy, { group })).toEqual({ events: [], stayed: 1 })
    expect(await countInbox(cindy)).toMatchObject({ count: 1 })
    await acceptHandOver(cindy, { group, ref, offer: item?.offer ?? 0 })
    expect(await noticesOf(cindy)).toEqual([])
    expect((await listInbox(cindy, { group, view: 'done' })).items).toMatchObject([{ offer: null }])
    expect((await noticesOf(julie))[0]).toBe(`watched #${ref}`)
  }))

test('a person who was asked is told that they need not answer any more, and their inbox asks no longer', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const ref = await anIssue(ctx, { dri: 'julie' })
    const asked = { group, ref, from: 'julie', to: 'cindy', context: 'Half done.' }
    await handOver(julie, asked)
    const [first] = (await readIssue(ctx, { group, ref })).handOvers
    await withdrawHandOver(julie, { group, ref, offer: first?.id ?? 0 })
    expect(await noticesOf(cindy)).toEqual([`watched #${ref}`])
    await handOver(julie, asked)
    await handOver(ctx, { ...asked, to: 'newick', atOnce: true })
    expect(await noticesOf(cindy)).toEqual([`watched #${ref}`, `watched #${ref}`])
    expect((await listInbox(cindy, { group })).items[0]?.sentence).toContain('handed #')
  }))

test('a stakeholder who followed an issue is not told of it once it is confidential', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const outside: Ctx = { ...julie, actor: { ...julie.actor, roles: ['stakeholder'] } }
    const { card } = await createIssue(ctx, { group, title: 'A leak', confidential: true })
    await ctx.db.query(`delete from group_roles where person_id = $1`, [julie.actor.id])
    await ctx.db.query(
      `insert into group_roles (group_id, person_id, role, created_at) values (1, $1, 'stakeholder', $2)`,
      [julie.actor.id, ctx.now],
    )
    await commentOnIssue(ctx, { group, ref: card.ref, body: 'See this, @julie.' })
    const { rows } = await ctx.db.query('select from inbox_items where person_id = $1', [julie.actor.id])
    expect(rows).toEqual([])
    expect(await noticesOf(outside)).toEqual([])
    await expect(readWatching(outside, card.ref)).rejects.toMatchObject({ code: 'not_found' })
  }))

test('what is put off leaves and comes back at its time', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await anIssue(ctx, { dri: 'julie' })
    const [item] = (await listInbox(julie, { group })).items
    await snoozeInbox(julie, { group, events: [item?.event ?? 0], until: 'later' })
    expect(await noticesOf(julie)).toEqual([])
    expect((await listInbox(julie, { group, view: 'snoozed' })).items).toHaveLength(1)
    expect(await countInbox(later(julie, 2))).toMatchObject({ count: 0 })
    expect(await countInbox(later(julie, 4))).toMatchObject({ count: 1 })
  }))

test('in quiet hours nothing new is shown or counted, and what waited before still is', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await saveSettings(julie.db, julie.actor.id ?? '', { quiet: { from: '18:00', to: '08:00' } })
    const before = await anIssue(ctx, { dri: 'julie' })
    const evening = later(ctx, 8)
    await anIssue(evening, { dri: 'julie' })
    expect(await noticesOf(later(julie, 9))).toEqual([`dri_given #${before}`])
    expect(await countInbox(later(julie, 9))).toMatchObject({
      count: 1,
      quietUntil: '2026-01-08T08:00:00.000Z',
    })
    expect(await countInbox(later(julie, 21))).toEqual({ count: 2, quietUntil: null })
  }))

test('an inbox is marked by its owner alone', () =>
  inWorld(async (ctx, { as }) => {
    await anIssue(ctx, { dri: 'julie' })
    const [item] = (await listInbox(await as('julie'), { group })).items
    expect(await doneWithInbox(await as('cindy'), { group, events: [item?.event ?? 0] })).toEqual({
      events: [],
      stayed: 0,
    })
    expect(await countInbox(await as('julie'))).toMatchObject({ count: 1 })
  }))

test('one follows what one drives, and can ask for more or for less', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const ref = await anIssue(ctx, { dri: 'julie' })
    expect(await readWatching(julie, ref)).toEqual({ watching: true, because: 'dri' })
    expect(await readWatching(cindy, ref)).toEqual({ watching: false, because: null })
    expect(await watchIssue(cindy, { group, ref, watching: true })).toEqual({
      watching: true,
      because: 'asked',
    })
    expect(await watchIssue(julie, { group, ref, watching: false })).toEqual({
      watching: false,
      because: null,
    })
  }))

test('settings keep what is not named, and refuse a zone that there is not', () =>
  inWorld(async (ctx) => {
    const me = ctx.actor.id ?? ''
    await saveSettings(ctx.db, me, { keys: false })
    expect(await saveSettings(ctx.db, me, { zone: 'Asia/Tokyo' })).toEqual({
      keys: false,
      quiet: null,
      zone: 'Asia/Tokyo',
    })
    await expect(saveSettings(ctx.db, me, { zone: 'Mars/Olympus' })).rejects.toMatchObject({
      code: 'refused',
    })
  }))
