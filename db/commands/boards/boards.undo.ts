import { boardSlug } from '#lib/domain/board-shapes.ts'
import { notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import type { UndoHandlers } from '../undo-handler.ts'
import { placeBoard, removeBoard } from './edit.ts'
import { boardData, restoreBoard } from './board-data.ts'
import { insistOnTitle } from './shape.ts'

export const boardsUndo: UndoHandlers<'board'> = {
  'board.created': async (ctx, { data }) => removeBoard(ctx, await addressOf(ctx, data.board.id)),
  'board.edited': async (ctx, { data: { board, changed, from: before } }) => {
    authorise(ctx, 'board.edit')
    const now = await boardData(ctx, board.id)
    if (before.title !== now.title) await insistOnTitle(ctx, before.title, board.id)
    await restoreBoard(ctx, board.id, before)
    return record(ctx, {
      type: 'board.edited',
      data: {
        board: { id: board.id, title: before.title },
        changed,
        from: now,
        to: await boardData(ctx, board.id),
      },
    })
  },
  'board.removed': async (ctx, { data: { board, shape: gone } }) => {
    authorise(ctx, 'board.edit')
    const { rows } = await ctx.db.query<{ slug: string }>('select slug from boards where group_id = $1', [
      ctx.group.id,
    ])
    const { title, kind, slug, ...rest } = gone
    await insistOnTitle(ctx, title, board.id)
    const taken = rows.map((row) => row.slug)
    // Another board may have taken its address meanwhile: then it gets one of its own.
    const free = taken.includes(slug) ? boardSlug(title, taken) : slug
    await restoreBoard(ctx, board.id, { ...rest, title, kind, slug: free })
    return record(ctx, { type: 'board.created', data: { board, shape: await boardData(ctx, board.id) } })
  },
  'board.placed': async (ctx, { data }) =>
    placeBoard(ctx, { ...(await addressOf(ctx, data.board.id)), after: data.behind }),
}

async function addressOf(ctx: Ctx, id: string): Promise<{ group: string; board: string }> {
  const { rows } = await ctx.db.query<{ slug: string }>(
    'select slug from boards where group_id = $1 and id = $2',
    [ctx.group.id, Number(id)],
  )
  if (!rows[0]) throw notFound('The board')
  return { group: ctx.group.slug, board: rows[0].slug }
}
