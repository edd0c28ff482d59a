import type { editBoard as edit, placeBoard as place, removeBoard as remove } from '#lib/contract/boards.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { placedBehind, whyNotRemoveBoard } from '#lib/domain/board-order.ts'
import { type BoardShape, shapeChanges, whyNotShape } from '#lib/domain/board-shapes.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { boardFacts } from '../../queries/board-facts.ts'
import { lastEvent } from '../../queries/events.ts'
import { boardData } from './board-data.ts'
import { insistOnTitle, resolved, shapeIn, shapeOf, writeShape } from './shape.ts'

/** Changes what a board shows. Its address stays, so that links to it do; issues are not touched. */
export const editBoard = (ctx: Ctx, { board: slug, was, ...input }: InputOf<typeof edit>) =>
  inTransaction(ctx, async (ctx) => {
    const shape = shapeIn(input)
    authorise(ctx, 'board.edit')
    const board = await boardFacts(ctx, slug)
    insist(whyNotShape(shape))
    const now = await shapeOf(ctx, board)
    const changed = shapeChanges(now, shape)
    const theirs = was && changed.length > 0 ? shapeChanges(shapeIn(was), now) : []
    if (theirs.length > 0) throw stale(await lastEditor(ctx, board.id), theirs, now)
    if (changed.length === 0) return { slug, event: await lastEvent(ctx) }
    if (shape.title !== now.title) await insistOnTitle(ctx, shape.title, board.id)
    const [found, from] = [await resolved(ctx, shape), await boardData(ctx, board.id)]
    await ctx.db.query(
      'update boards set title = $3, milestone_rule = $4, milestone_id = $5 where group_id = $1 and id = $2',
      [
        ctx.group.id,
        Number(board.id),
        shape.title,
        shape.milestone.rule,
        found.milestone && Number(found.milestone),
      ],
    )
    await writeShape(ctx, Number(board.id), found)
    const to = await boardData(ctx, board.id)
    const data = { board: { id: board.id, title: shape.title }, changed, from, to }
    return { slug, event: await record(ctx, { type: 'board.edited', data }) }
  })

const stale = (by: string, changed: readonly string[], now: BoardShape) =>
  new Failure(
    'stale',
    `${by} changed the ${listed(changed)} of this board. Check the change; saving again replaces it.`,
    { rule: 'stale', now },
  )

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

async function lastEditor(ctx: Ctx, board: string): Promise<string> {
  const { rows } = await ctx.db.query<{ name: string }>(
    `select p.name from events e join people p on p.id = e.actor_id
      where e.group_id = $1 and e.subject_kind = 'board' and e.subject_key = $2 and e.type = 'board.edited' order by e.number desc limit 1`,
    [ctx.group.id, board],
  )
  return rows[0]?.name ?? 'Another person'
}

/** Takes a board away. It owned no issue, so that none is lost. */
export const removeBoard = (ctx: Ctx, { board: slug }: InputOf<typeof remove>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'board.edit')
    const board = await boardFacts(ctx, slug)
    insist(whyNotRemoveBoard(board))
    const shape = await boardData(ctx, board.id)
    await ctx.db.query('delete from boards where group_id = $1 and id = $2', [ctx.group.id, Number(board.id)])
    const event = await record(ctx, {
      type: 'board.removed',
      data: { board: { id: board.id, title: board.title }, shape },
    })
    return { slug, event }
  })

/** Puts a board behind another in the list of boards. Neighbours are named, never positions. */
export const placeBoard = (ctx: Ctx, { board: slug, after }: InputOf<typeof place>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'board.edit')
    const board = await boardFacts(ctx, slug)
    const { rows } = await ctx.db.query<{ id: number; slug: string }>(
      'select id, slug from boards where group_id = $1 order by position, id',
      [ctx.group.id],
    )
    const before = rows.map((row) => row.slug)
    if (after !== null && !before.includes(after)) throw notFound(`The board “${after}”`)
    const order = placedBehind(before, slug, after)
    if (order.join() === before.join()) return { slug, event: await lastEvent(ctx) }
    await ctx.db.query(
      `update boards b set position = list.place from unnest($2::text[]) with ordinality list(slug, place)
        where b.group_id = $1 and b.slug = list.slug and b.position <> list.place`,
      [ctx.group.id, order],
    )
    const event = await record(ctx, {
      type: 'board.placed',
      data: {
        board: { id: board.id, title: board.title },
        behind: before[before.indexOf(slug) - 1] ?? null,
        order: order.map((slug) => rows.find((row) => row.slug === slug)?.id ?? 0),
      },
    })
    return { slug, event }
  })
