import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { viewBoard } from '../../queries/boards.ts'
import { lastEvent, listEvents } from '../../queries/events.ts'
import { listIssues } from '../../queries/issues.ts'
import { boardFacts } from '../../queries/board-facts.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { createLabel } from '../labels.ts'
import { undoEvent } from '../undo.ts'
import { closeIssue } from './close.ts'
import { moveIssue } from './move.ts'
import { planIssue } from './plan.ts'

const group = 'custom-models'
const READY = ['group::custom models', 'type::maintenance', 'workflow::ready for development', 'Deliverable']
const lane = async (ctx: Ctx, title: string, board = 'build') =>
  (await boardFacts(ctx, board)).columns.find((column) => column.title === title)?.id ?? 'missing'
const onBuild = (ctx: Ctx, title = 'Slow model list') => anIssue(ctx, { title, labels: READY, dri: 'julie' })
const order = async (ctx: Ctx) => (await viewBoard(ctx, { board: 'build' })).cards.map((card) => card.ref)

test('a move changes just the label that the columns stand for, in one event', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await onBuild(ctx)
    const before = await lastEvent(ctx)
    const titles = async () => (await labelTitles(ctx, ref)).filter((title) => title.startsWith('workflow'))
    await moveIssue(await as('julie'), { group, board: 'build', ref, to: await lane(ctx, 'in dev') })
    expect(await titles()).toEqual(['workflow::in dev'])
    expect(await labelTitles(ctx, ref)).toEqual([
      'Deliverable',
      'group::custom models',
      'type::maintenance',
      'workflow::in dev',
    ])
    expect(await lastEvent(ctx)).toBe(before + 1)
    const { items } = await listEvents(ctx, { group, issue: ref, limit: 1 })
    expect(items[0]?.sentence).toBe('Julie Huang moved this issue from ready for development to in dev.')
  }))

test('a card lands between the neighbours it was dropped between', () =>
  inWorld(async (ctx) => {
    const [a, b, c] = [await onBuild(ctx, 'A'), await onBuild(ctx, 'B'), await onBuild(ctx, 'C')]
    await moveIssue(ctx, { group, board: 'build', ref: c, to: null, after: a, before: b })
    expect(await order(ctx)).toEqual([a, c, b])
    await moveIssue(ctx, { group, board: 'build', ref: b, to: null, after: null, before: a })
    expect(await order(ctx)).toEqual([b, a, c])
    await moveIssue(ctx, { group, board: 'build', ref: b, to: null, after: c })
    expect(await order(ctx)).toEqual([a, c, b])
  }))

test('four hundred drops into one gap keep the order, and ranks stay short', () =>
  inWorld(async (ctx) => {
    const [top, one, two] = [await onBuild(ctx, 'top'), await onBuild(ctx, 'one'), await onBuild(ctx, 'two')]
    for (let drop = 0; drop < 400; drop += 1) {
      await moveIssue(ctx, { group, board: 'build', ref: drop % 2 ? two : one, to: null, after: top })
    }
    expect(await order(ctx)).toEqual([top, two, one])
    const { cards } = await viewBoard(ctx, { board: 'build' })
    expect(Math.max(...cards.map((card) => card.rank.length))).toBeLessThanOrEqual(48)
  }))

test('to Closed closes with a reason and keeps the labels, from Closed reopens', () =>
  inWorld(async (ctx) => {
    const ref = await onBuild(ctx)
    const closed = await moveIssue(ctx, {
      group,
      board: 'build',
      ref,
      to: 'closed',
      closeReason: 'duplicate',
    })
    expect(closed.card).toMatchObject({
      state: 'closed',
      closeReason: 'duplicate',
      closedAt: ctx.now.toISOString(),
    })
    expect(await labelTitles(ctx, ref)).toContain('workflow::ready for development')
    const opened = await moveIssue(ctx, { group, board: 'build', ref, to: await lane(ctx, 'in dev') })
    expect(opened.card).toMatchObject({ state: 'open', closeReason: null, closedAt: null })
  }))

test('a blocked card says what it waits for, and leaving records how long it waited', () =>
  inWorld(async (ctx) => {
    const ref = await onBuild(ctx)
    const blocked = { need: 'Evaluation results', from: 'Model Evaluation Infra' }
    const { card } = await moveIssue(ctx, {
      group,
      board: 'build',
      ref,
      to: await lane(ctx, 'blocked'),
      blocked,
    })
    expect(card.blocked).toEqual(blocked)
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 2 * 86_400_000) }
    const left = await moveIssue(later, { group, board: 'build', ref, to: await lane(ctx, 'in dev') })
    expect(left.card.blocked).toBeNull()
    const { rows } = await ctx.db.query(
      'select extract(day from until_at - since_at)::int as days from blocks where issue_number = $1',
      [ref],
    )
    expect(rows).toEqual([{ days: 2 }])
  }))

test('a way back that is unusual is let through, with a warning', () =>
  inWorld(async (ctx) => {
    const ref = await onBuild(ctx)
    await moveIssue(ctx, { group, board: 'build', ref, to: await lane(ctx, 'in review') })
    const { warnings, card } = await moveIssue(ctx, {
      group,
      board: 'build',
      ref,
      to: await lane(ctx, 'in dev'),
    })
    expect(warnings).toMatchObject([{ code: 'unexpected_move' }])
    expect(card.since).toBe(ctx.now.toISOString())
  }))

test('ready for development is refused to an issue without a weight', () =>
  inWorld(async (ctx) => {
    const labels = ['group::custom models', 'type::bug', 'workflow::planning breakdown']
    const ref = await anIssue(ctx, { labels, weight: null, milestone: 'next-1-3' })
    const to = await lane(ctx, 'ready for development', 'next-1-3')
    await expect(moveIssue(ctx, { group, board: 'next-1-3', ref, to })).rejects.toMatchObject({
      facts: { rule: 'weight_missing' },
    })
  }))

test('on the Planning Board engineers change columns, and the PM and the EM the order', () =>
  inWorld(async (ctx, { as }) => {
    const [a, b] = [await anIssue(ctx, { milestone: '18.9' }), await anIssue(ctx, { milestone: '18.9' })]
    const julie = await as('julie')
    await expect(
      moveIssue(julie, { group, board: 'planning', ref: b, to: null, before: a }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const moved = await moveIssue(julie, {
      group,
      board: 'planning',
      ref: b,
      to: await lane(ctx, 'bug', 'planning'),
    })
    expect(await labelTitles(ctx, moved.card.ref)).toContain('type::bug')
    await moveIssue(await as('jordan'), { group, board: 'planning', ref: b, to: null, before: a })
    expect((await viewBoard(ctx, { board: 'planning' })).cards.map((card) => card.ref)).toEqual([b, a])
  }))

test('the curated order of the Planning Board is its own: moves on another board leave it, and it leaves them', () =>
  inWorld(async (ctx, { as }) => {
    const [a, b, c] = [await onBuild(ctx), await onBuild(ctx), await onBuild(ctx)]
    const shown = async (board: string, milestone = '18.8') =>
      (await viewBoard(ctx, { board, milestone })).cards.map((card) => card.ref)
    const julie = await as('julie')
    await moveIssue(julie, { group, board: 'build', ref: c, to: null, before: a })
    expect(await shown('build')).toEqual([c, a, b])
    expect(await shown('planning')).toEqual([a, b, c])
    const moved = await moveIssue(await as('jordan'), {
      group,
      board: 'planning',
      ref: a,
      to: null,
      after: b,
    })
    expect(await shown('planning')).toEqual([b, a, c])
    expect(await shown('build')).toEqual([c, a, b])
    await undoEvent(await as('jordan'), { group, event: moved.event })
    expect(await shown('planning')).toEqual([a, b, c])
    expect(await shown('build')).toEqual([c, a, b])
  }))

test('a card that left the board, a column or a board that is not there: refused in words', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const to = await lane(ctx, 'in dev')
    await expect(moveIssue(ctx, { group, board: 'build', ref, to })).rejects.toThrow(
      'is no longer on the Build board',
    )
    const there = await onBuild(ctx)
    await expect(moveIssue(ctx, { group, board: 'build', ref: there, to: '999999' })).rejects.toThrow(
      'no longer on the board',
    )
    await expect(moveIssue(ctx, { group, board: 'nowhere', ref: there, to })).rejects.toMatchObject({
      code: 'not_found',
    })
  }))

test('a card that was planned elsewhere meanwhile is not moved on the shelf that it left', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { milestone: 'next-1-3', labels: ['group::custom models'] })
    const to = await lane(ctx, 'design', 'next-1-3')
    await planIssue(ctx, { group, ref, milestone: 'backlog' })
    await expect(moveIssue(ctx, { group, board: 'next-1-3', ref, to })).rejects.toMatchObject({
      facts: { rule: 'not_here' },
    })
    await planIssue(ctx, { group, ref, milestone: 'next-1-3' })
    await moveIssue(ctx, { group, board: 'next-1-3', ref, to })
    expect(await labelTitles(ctx, ref)).toContain('workflow::design')
  }))

test('a sub-type lies in the column of its type, and comes off when the card leaves it', () =>
  inWorld(async (ctx) => {
    await createLabel(ctx, { group, title: 'bug::cold start' })
    const ref = await anIssue(ctx, { labels: ['group::custom models', 'bug::cold start'] })
    const { items } = await listIssues(ctx, { group, type: 'bug' })
    expect(items.map((card) => card.ref)).toEqual([ref])
    expect((await listIssues(ctx, { group, type: 'none' })).items).toEqual([])
    await moveIssue(ctx, { group, board: 'planning', ref, to: await lane(ctx, 'feature', 'planning') })
    expect(await labelTitles(ctx, ref)).toEqual(['group::custom models', 'type::feature'])
    const last = await listEvents(ctx, { group, issue: ref, limit: 1 })
    expect(last.items[0]?.sentence).toBe('Mohamed Hamda moved this issue from bug to feature.')
  }))

test('the counts of a board are those of its cards: nothing vanishes', () =>
  inWorld(async (ctx) => {
    const shown = await onBuild(ctx)
    const odd = await anIssue(ctx, {
      labels: ['group::custom models', 'Deliverable', 'workflow::verification'],
      dri: 'julie',
    })
    const done = await onBuild(ctx)
    await closeIssue(ctx, { group, ref: done })
    expect((await order(ctx)).toSorted()).toEqual([shown, odd, done].toSorted())
  }))

async function labelTitles(ctx: Ctx, ref: number): Promise<string[]> {
  const { rows } = await ctx.db.query<{ title: string }>(
    `select k.title from issue_labels l join labels k on k.id = l.label_id where l.issue_number = $1 order by k.title collate "C"`,
    [ref],
  )
  return rows.map((row) => row.title)
}
