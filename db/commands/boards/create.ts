import type { createBoard as endpoint } from '#lib/contract/boards.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { boardSlug, whyNotShape, type BoardShape } from '#lib/domain/board-shapes.ts'
import type { BoardKind } from '#lib/domain/boards.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { boardData } from './board-data.ts'
import { insistOnTitle, resolved, shapeIn, writeShape } from './shape.ts'

export type NewBoard = Omit<BoardShape, 'columns'> & {
  slug: string
  kind: BoardKind
  /** Titles of the labels that the columns stand for, in their order. */
  columns: readonly string[]
}

/** One of the boards that a group begins with. */
export const foundBoard = (ctx: Ctx, { slug, kind, columns, ...shape }: NewBoard) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'board.edit')
    const lanes = columns.map((label) => ({ label, wipCount: null, wipWeight: null }))
    await insertBoard(ctx, { slug, kind }, { ...shape, columns: lanes })
  })

/** A board of one's own, behind the others: a filter and columns, and no issue of its own. */
export const createBoard = (ctx: Ctx, input: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    const shape = shapeIn(input)
    authorise(ctx, 'board.edit')
    insist(whyNotShape(shape))
    await insistOnTitle(ctx, shape.title, null)
    // An address under which people keep views of a board that was removed is that board's still.
    const { rows } = await ctx.db.query<{ slug: string }>(
      `select slug from boards where group_id = $1 union
        select substr(place, 8) from saved_views where group_id = $1 and place like 'boards/%'`,
      [ctx.group.id],
    )
    const slug = boardSlug(
      shape.title,
      rows.map((row) => row.slug),
    )
    return { slug, event: await insertBoard(ctx, { slug, kind: 'custom' }, shape) }
  })

type Address = Pick<NewBoard, 'slug' | 'kind'>

async function insertBoard(ctx: Ctx, { slug, kind }: Address, shape: BoardShape): Promise<number> {
  const found = await resolved(ctx, shape)
  const { rows } = await ctx.db.query<{ id: number }>(
    `insert into boards (group_id, slug, title, kind, milestone_rule, milestone_id, position, created_at)
      select $1, $2, $3, $4, $5, $6, coalesce(max(position), 0) + 1, $7 from boards where group_id = $1 returning id`,
    [
      ctx.group.id,
      slug,
      shape.title,
      kind,
      shape.milestone.rule,
      found.milestone && Number(found.milestone),
      ctx.now,
    ],
  )
  const id = rows[0]?.id ?? 0
  await writeShape(ctx, id, found)
  const board = { id: String(id), title: shape.title }
  return record(ctx, { type: 'board.created', data: { board, shape: await boardData(ctx, board.id) } })
}
