import { expect, test } from 'vitest'
import type { InputOf } from '#lib/contract/endpoint.ts'
import type { createBoard as endpoint } from '#lib/contract/boards.ts'
import { viewBoard } from '../../queries/boards.ts'
import { boardsOf } from '../../queries/boards-list.ts'
import { listShapes } from '../../queries/board-shapes.ts'
import { boardFacts } from '../../queries/board-facts.ts'
import { lastEvent, listEvents } from '../../queries/events.ts'
import type { Ctx } from '../../context.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { moveIssue } from '../issues/move.ts'
import { undoEvent } from '../undo.ts'
import { createBoard } from './create.ts'
import { shapeOf } from './shape.ts'
import { editBoard, placeBoard, removeBoard } from './edit.ts'

const group = 'custom-models'
const column = (label: string, wipCount: number | null = null, wipWeight: number | null = null) => ({
  label,
  wipCount,
  wipWeight,
})
type Shape = InputOf<typeof endpoint>
const reviews = (facts: Partial<Shape> = {}): Shape => ({
  group,
  title: 'In review',
  milestone: { rule: 'current' },
  labels: ['group::custom models'],
  columns: [column('workflow::in dev'), column('workflow::in review', 3)],
  ...facts,
})
const slugs = async (ctx: Ctx) => (await boardsOf(ctx)).map(({ slug }) => slug)
const newestSentence = async (ctx: Ctx) => (await listEvents(ctx, { group, limit: 1 })).items[0]?.sentence

test('a board of one’s own shows what its filter asks for, in its columns, and cards move on it', () =>
  inWorld(async (ctx, { as }) => {
    const labels = ['group::custom models', 'type::bug', 'workflow::in dev']
    const ref = await anIssue(ctx, { labels })
    await anIssue(ctx, { labels, milestone: '18.9' })
    const { slug } = await createBoard(await as('jordan'), reviews())
    expect(slug).toBe('in-review')
    expect(await slugs(ctx)).toEqual(['planning', 'build', 'next-1-3', 'next-4-6', 'in-review'])
    const view = await viewBoard(ctx, { board: slug })
    expect(view.cards.map((card) => card.ref)).toEqual([ref])
    expect(view.columns.map(({ title, wipCount }) => [title, wipCount])).toEqual([
      ['in dev', null],
      ['in review', 3],
    ])
    const to = view.columns[1]?.id ?? ''
    const moved = await moveIssue(await as('julie'), { group, board: slug, ref, to })
    expect(moved.card.labelIds).toContain(view.columns[1]?.labelId)
  }))

test('two boards whose titles make one address have addresses of their own', () =>
  inWorld(async (ctx) => {
    await createBoard(ctx, reviews())
    expect((await createBoard(ctx, reviews({ title: 'In review?' }))).slug).toBe('in-review-2')
  }))

test('a board whose title looks like that of another is refused, also by a new title and by undo', () =>
  inWorld(async (ctx) => {
    const { slug } = await createBoard(ctx, reviews())
    const refused = {
      code: 'refused',
      detail: expect.stringContaining('A board “In review” already exists.'),
    }
    for (const title of ['In review', 'in Review', 'In\u200b review', ' In  review', '\uff29n review'])
      await expect(createBoard(ctx, reviews({ title })), title).rejects.toMatchObject(refused)
    const other = await createBoard(ctx, reviews({ title: 'Mine' }))
    await expect(
      editBoard(ctx, { ...reviews({ title: 'IN REVIEW' }), board: other.slug }),
    ).rejects.toMatchObject(refused)
    await editBoard(ctx, { ...reviews({ title: 'in review' }), board: slug })
    const removed = await removeBoard(ctx, { group, board: slug })
    await editBoard(ctx, { ...reviews({ title: 'In Review' }), board: other.slug })
    await expect(undoEvent(ctx, { group, event: removed.event })).rejects.toThrow(
      '“In Review” already exists',
    )
  }))

test('of two who edit one board the second is told what the first changed, and saves over it only then', () =>
  inWorld(async (ctx, { as }) => {
    const { slug } = await createBoard(ctx, reviews())
    const { group: _, ...was } = reviews()
    const jordan = await as('jordan')
    const edit = (facts: Partial<Shape>, read: typeof was) => ({ ...reviews(facts), board: slug, was: read })
    await editBoard(ctx, edit({ title: 'Reviewed' }, was))
    const late = edit({ columns: [] }, was)
    await expect(editBoard(jordan, late)).rejects.toMatchObject({
      code: 'stale',
      detail: expect.stringMatching(/^Mohamed Hamda changed the title of this board\./),
      facts: { now: { title: 'Reviewed' } },
    })
    await editBoard(jordan, edit({ columns: [] }, { ...was, title: 'Reviewed' }))
    expect((await viewBoard(ctx, { board: slug })).columns).toEqual([])
    // who changes nothing is in nobody's way
    const same = { ...reviews({ columns: [] }), board: slug, was }
    expect(await editBoard(ctx, same)).toEqual({ slug, event: await lastEvent(ctx) })
  }))

test('an edit keeps the address and the columns whose labels stay, and says what it changed', () =>
  inWorld(async (ctx) => {
    const { slug } = await createBoard(ctx, reviews())
    const before = await boardFacts(ctx, slug)
    await editBoard(ctx, {
      ...reviews({
        title: 'Reviews',
        milestone: { rule: 'fixed', slug: 'backlog' },
        columns: [column('workflow::in review', null, 8), column('workflow::verification')],
      }),
      board: slug,
    })
    const after = await boardFacts(ctx, slug)
    expect(after).toMatchObject({ slug, title: 'Reviews', milestoneRule: 'fixed' })
    expect(after.columns.map(({ title, wipCount, wipWeight }) => [title, wipCount, wipWeight])).toEqual([
      ['in review', null, 8],
      ['verification', null, null],
    ])
    expect(after.columns[0]?.id).toBe(before.columns[1]?.id)
    expect(await newestSentence(ctx)).toBe(
      `${ctx.actor.name} renamed the board “In review” to “Reviews” and changed its filter and columns.`,
    )
  }))

test('an edit that changes nothing leaves no event', () =>
  inWorld(async (ctx) => {
    const { slug } = await createBoard(ctx, reviews())
    const before = await lastEvent(ctx)
    expect(await editBoard(ctx, { ...reviews(), board: slug })).toEqual({ slug, event: before })
    expect(await placeBoard(ctx, { group, board: slug, after: 'next-4-6' })).toEqual({ slug, event: before })
    expect(await lastEvent(ctx)).toBe(before)
  }))

test('the four boards can be changed, and stay', () =>
  inWorld(async (ctx) => {
    await editBoard(ctx, { ...reviews({ title: 'Delivery' }), board: 'build' })
    expect(await boardFacts(ctx, 'build')).toMatchObject({ title: 'Delivery', kind: 'build' })
    await expect(removeBoard(ctx, { group, board: 'build' })).rejects.toMatchObject({
      facts: { rule: 'board_stays' },
    })
  }))

test('a board that is taken away takes no issue with it', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const { slug } = await createBoard(ctx, reviews({ columns: [column('workflow::ready for development')] }))
    await removeBoard(ctx, { group, board: slug })
    expect(await slugs(ctx)).not.toContain(slug)
    await expect(viewBoard(ctx, { board: slug })).rejects.toMatchObject({ code: 'not_found' })
    const all = await viewBoard(ctx, { board: 'planning', milestone: '18.8' })
    expect(all.cards.map((card) => card.ref)).toContain(ref)
    expect(await newestSentence(ctx)).toBe(`${ctx.actor.name} removed the board “In review”.`)
  }))

test('boards are listed in the order in which they were put', () =>
  inWorld(async (ctx) => {
    const { slug } = await createBoard(ctx, reviews())
    await placeBoard(ctx, { group, board: slug, after: 'planning' })
    expect(await slugs(ctx)).toEqual(['planning', slug, 'build', 'next-1-3', 'next-4-6'])
    await placeBoard(ctx, { group, board: slug, after: null })
    expect((await slugs(ctx))[0]).toBe(slug)
    const { slug: newest } = await createBoard(ctx, reviews({ title: 'Last' }))
    expect((await slugs(ctx)).at(-1)).toBe(newest)
  }))

test('the PM and the EM make boards, engineers use them', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { slug } = await createBoard(ctx, reviews())
    const acts = [
      createBoard(julie, reviews()),
      editBoard(julie, { ...reviews({ title: 'Mine' }), board: slug }),
      removeBoard(julie, { group, board: slug }),
      placeBoard(julie, { group, board: slug, after: null }),
    ]
    for (const act of await Promise.allSettled(acts)) {
      expect(act).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } })
    }
  }))

test('a label, a milestone or a board that the group has not is not found', () =>
  inWorld(async (ctx) => {
    const lost = { code: 'not_found' }
    await expect(createBoard(ctx, reviews({ labels: ['no such label'] }))).rejects.toMatchObject(lost)
    await expect(createBoard(ctx, reviews({ columns: [column('nowhere')] }))).rejects.toMatchObject(lost)
    const milestone = { rule: 'fixed' as const, slug: '99.9' }
    await expect(createBoard(ctx, reviews({ milestone }))).rejects.toMatchObject(lost)
    await expect(removeBoard(ctx, { group, board: 'nowhere' })).rejects.toMatchObject(lost)
  }))

test('the list of shapes says how each board is made, as an edit would send it', () =>
  inWorld(async (ctx) => {
    const { slug } = await createBoard(ctx, reviews())
    const { items } = await listShapes(ctx)
    expect(items.map((board) => board.slug)).toEqual(['planning', 'build', 'next-1-3', 'next-4-6', slug])
    for (const { slug: board, shape } of items)
      expect(shape).toEqual(await shapeOf(ctx, await boardFacts(ctx, board)))
    expect(items[2]?.shape.milestone).toEqual({ rule: 'fixed', slug: 'next-1-3' })
  }))
