import { ALL_FACTS } from '#lib/domain/facts/facts.ts'
import { eventOf } from '#lib/domain/facts/values.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/domain/event-rows.ts'
import { isUndoable } from '#lib/domain/undo.ts'
import type { Ctx } from '../context.ts'
import { cardByRef } from '../queries/cards.ts'
import { lastEvent } from '../queries/events.ts'
import { readIssue } from '../queries/issues.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { reactToComment } from './comments.ts'
import { handOver } from './hand-overs/hand-over.ts'
import { assignIssue } from './issues/assign.ts'
import { changeIssues } from './issues/bulk.ts'
import { commentOnIssue } from './issues/comment.ts'
import { createIssue } from './issues/create.ts'
import { labelIssue } from './issues/labels.ts'
import { moveIssue } from './issues/move.ts'
import { planIssue, weighIssue } from './issues/plan.ts'
import { changeLabel, createLabel, removeLabel } from './labels.ts'
import { createBoard } from './boards/create.ts'
import { closeMilestone } from './closing/close.ts'
import { removeBoard } from './boards/edit.ts'
import { giveRole, takeRole } from './roles.ts'
import { undoEvent } from './undo.ts'

const group = 'custom-models'
const committed = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']

test('an undo is no way round a commitment: a Deliverable stays on its milestone', () =>
  inWorld(async (ctx, { as }) => {
    const cindy = await as('cindy')
    const ref = await anIssue(ctx, { milestone: null, dri: 'julie' })
    const { event } = await planIssue(cindy, { group, ref, milestone: '18.8' })
    await labelIssue(ctx, { group, ref, add: ['Deliverable'] })
    await expect(undoEvent(cindy, { group, event })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await cardByRef(ctx, ref)).toMatchObject({ milestone: '18.8' })
  }))

test('nor is it a way back to a milestone that is closed, or past a right that one has lost', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const { event } = await planIssue(ctx, { group, ref, milestone: '18.9' })
    await closeMilestone(ctx, { group, milestone: '18.8', issues: [], early: true })
    await expect(undoEvent(ctx, { group, event })).rejects.toThrow('18.8 is already closed')

    await giveRole(ctx, { group, person: 'julie', role: 'em' })
    const assigned = await assignIssue(await as('julie'), { group, ref, assignees: ['cindy'] })
    const named = await changeLabel(await as('julie'), {
      group,
      label: await aLabel(ctx),
      title: 'area::two',
    })
    await takeRole(ctx, { group, person: 'julie', role: 'em' })
    for (const { event } of [assigned, named]) {
      await expect(undoEvent(await as('julie'), { group, event })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  }))

const aLabel = async (ctx: Ctx) => Number((await createLabel(ctx, { group, title: 'area::one' })).label.id)

test('a person who does not order the planning board takes back their move there, and leaves the order as it is', () =>
  inWorld(async (ctx, { as }) => {
    const labels = ['group::custom models', 'type::bug', 'workflow::planning breakdown']
    const [first, ref] = [await anIssue(ctx, { labels }), await anIssue(ctx, { labels })]
    const jordan = await as('jordan')
    const { event } = await moveIssue(jordan, { group, board: 'planning', ref, to: null, before: first })
    const place = (await cardByRef(ctx, ref))?.rank
    await takeRole(ctx, { group, person: 'jordan', role: 'pm' }).catch(async () => {
      await giveRole(ctx, { group, person: 'jordan', role: 'engineer' })
      await takeRole(ctx, { group, person: 'jordan', role: 'pm' })
    })
    await expect(undoEvent(await as('jordan'), { group, event })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await cardByRef(ctx, ref))?.rank).toBe(place)
  }))

test('one’s own acts are walked back one after the other, and what others did in between stays', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await anIssue(ctx), await as('julie')]
    const acts = []
    for (const weight of [3, 4, 5]) acts.push((await weighIssue(julie, { group, ref, weight })).event)
    const weights = []
    for (const event of acts.toReversed()) {
      await undoEvent(julie, { group, event })
      weights.push((await cardByRef(ctx, ref))?.weight)
    }
    expect(weights).toEqual([4, 3, 2])

    const { event } = await weighIssue(julie, { group, ref, weight: 8 })
    await weighIssue(ctx, { group, ref, weight: 9 })
    await expect(undoEvent(julie, { group, event })).rejects.toThrow(
      'Mohamed Hamda changed the same thing since',
    )
  }))

test('an undo can be taken back, and then the act stands again', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const { event } = await weighIssue(ctx, { group, ref, weight: 3 })
    const undone = await undoEvent(ctx, { group, event })
    expect((await undoEvent(ctx, { group, event: undone.event })).cards[0]?.weight).toBe(3)
    expect((await undoEvent(ctx, { group, event })).cards[0]?.weight).toBe(2)
  }))

test('what was said is taken back with its mentions and what was told of it, until it has an answer or a reaction', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await anIssue(ctx), await as('julie')]
    const commentAgain = async () => commentOnIssue(julie, { group, ref, body: '@cindy, is that so?' })
    const inboxes = async () => (await ctx.db.query('select 1 from inbox_items')).rowCount
    const before = await inboxes()
    const first = await commentAgain()
    expect(await inboxes()).not.toBe(before)
    await undoEvent(julie, { group, event: first.event })
    expect(await readIssue(ctx, { group, ref })).toMatchObject({ comments: [], mentions: [] })
    expect(await inboxes()).toBe(before)

    const second = await commentAgain()
    await commentOnIssue(await as('cindy'), { group, ref, body: 'It is.' })
    await expect(undoEvent(julie, { group, event: second.event })).rejects.toThrow(
      'Cindy Halim answered since',
    )
    const third = await commentAgain()
    await reactToComment(ctx, { group, ref, comment: third.comment ?? 0, emoji: '👀', on: true })
    await expect(undoEvent(julie, { group, event: third.event })).rejects.toThrow(
      'Mohamed Hamda reacted since then',
    )
  }))

test('a person who takes back their answer owes it again', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await anIssue(ctx), await as('julie')]
    await commentOnIssue(ctx, { group, ref, body: '@julie?' })
    const owed = async () => (await readIssue(ctx, { group, ref })).mentions[0]?.acknowledgedAt
    const { event } = await commentOnIssue(julie, { group, ref, body: 'Yes.' })
    expect(await owed()).not.toBeNull()
    await undoEvent(julie, { group, event })
    expect(await owed()).toBeNull()
  }))

test('an issue by mistake is closed as won’t do, unless it was worked on since', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const [lone, used] = [
      await createIssue(julie, { group, title: 'A' }),
      await createIssue(julie, { group, title: 'B' }),
    ]
    const { cards } = await undoEvent(julie, { group, event: lone.event })
    expect(cards[0]).toMatchObject({ state: 'closed', closeReason: 'wont_do' })
    await weighIssue(ctx, { group, ref: used.card.ref, weight: 1 })
    await expect(undoEvent(julie, { group, event: used.event })).rejects.toThrow('worked with it since')
  }))

test('a bulk is taken back in pieces, all of them one act again, and what another person changed since stays', () =>
  inWorld(async (ctx, { as }) => {
    const refs: number[] = []
    for (let at = 0; at < 103; at += 1) refs.push(await anIssue(ctx, { title: `Of many ${at}` }))
    const weigh = { what: 'weight', weight: 3 } as const
    const first = await changeIssues(ctx, { group, refs: refs.slice(0, 60), change: weigh })
    const carriesOn = first.done[0]?.event ?? 0
    await changeIssues(ctx, { group, refs: refs.slice(60), change: weigh, carriesOn })
    await weighIssue(await as('julie'), { group, ref: refs[0] ?? 0, weight: 5 })
    const piece = await undoEvent(ctx, { group, event: carriesOn + 7 })
    expect(piece).toMatchObject({ done: 40, refused: [] })
    const more = await undoEvent(ctx, { group, event: carriesOn, below: piece.next ?? 0 })
    expect(more).toMatchObject({ done: 40, refused: [] })
    const rest = await undoEvent(ctx, { group, event: carriesOn, below: more.next ?? 0 })
    expect(rest).toMatchObject({ done: 22, next: null, refused: [{ event: carriesOn }] })
    const weights = await Promise.all(refs.map(async (ref) => (await cardByRef(ctx, ref))?.weight))
    expect(weights.filter((weight) => weight !== 2)).toEqual([5])
    await undoEvent(ctx, { group, event: rest.event })
    await expect(
      changeIssues(await as('julie'), { group, refs, change: weigh, carriesOn }),
    ).rejects.toMatchObject({ code: 'not_found' })
  }))

test('what is brought back finds its name taken, and says so', () =>
  inWorld(async (ctx) => {
    const id = await aLabel(ctx)
    const { event } = await removeLabel(ctx, { group, label: id })
    await createLabel(ctx, { group, title: 'area::one' })
    await expect(undoEvent(ctx, { group, event })).rejects.toThrow('A label “area::one” already exists.')
  }))

test('a board that is brought back gets another address where its own is taken, and asks for its labels', () =>
  inWorld(async (ctx) => {
    await aLabel(ctx)
    const columns = [{ label: 'area::one', wipCount: null, wipWeight: null }]
    const shape = { group, title: 'Ours', milestone: { rule: 'any' as const }, labels: [], columns }
    const { slug } = await createBoard(ctx, shape)
    const removed = await removeBoard(ctx, { group, board: slug })
    await createBoard(ctx, { ...shape, title: 'Ours!', columns: [] })
    const label = await removeLabel(ctx, { group, label: await idOf(ctx) })
    await expect(undoEvent(ctx, { group, event: removed.event })).rejects.toThrow('Restore it first')
    await undoEvent(ctx, { group, event: label.event })
    await undoEvent(ctx, { group, event: removed.event })
    const { rows } = await ctx.db.query("select slug from boards where title like 'Ours%' order by slug")
    expect(rows).toEqual([{ slug: 'ours' }, { slug: 'ours-2' }])
  }))

const idOf = async (ctx: Ctx) => {
  const { rows } = await ctx.db.query<{ id: number }>("select id from labels where title = 'area::one'")
  return rows[0]?.id ?? 0
}

test('what the EM handed over at once is taken back by the EM alone, and what is no person’s act by no person', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { labels: committed, dri: 'julie' })
    const given = { group, ref, from: 'julie', to: 'cindy', context: 'See the last comment.' }
    const handed = await handOver(ctx, { ...given, atOnce: true })
    await expect(undoEvent(await as('julie'), { group, event: handed.event })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await undoEvent(ctx, { group, event: handed.event })
    expect((await cardByRef(ctx, ref))?.dri).toBe('julie')
    await expect(undoEvent(ctx, { group, event: (await lastEvent(ctx)) + 1 })).rejects.toMatchObject({
      code: 'not_found',
    })
  }))

/** They come about only by undoing something, which is walked back and forth where that is. */
const BY_UNDO_ALONE = ['epic.reopened', 'label.renamed', 'update.withdrawn']

test('whatever can be taken back is walked back in a test of its noun', () => {
  const walked = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.undo.test.ts'))
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('')
  // those of the facts of an issue are walked back together, without being named
  const ofFacts: string[] = walked.includes('ALL_FACTS.map') ? ALL_FACTS.map(eventOf) : []
  const elsewhere = [...BY_UNDO_ALONE, ...ofFacts]
  const missing = EVENT_TYPES.filter((type) => isUndoable(type) && !walked.includes(`'${type}'`))
  expect(missing.filter((type) => !elsewhere.includes(type))).toEqual([])
})
