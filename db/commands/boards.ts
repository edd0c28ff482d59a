import { type BoardKind, whyNotColumns } from '#lib/domain/boards.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, inTransaction, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { labelsByTitle, milestoneBySlug } from '../queries/facts.ts'

export type NewBoard = {
  slug: string
  title: string
  kind: BoardKind
  milestone: { rule: 'current' | 'next' | 'any' } | { rule: 'fixed'; slug: string }
  /** Titles of the labels that an issue must carry to be on the board. */
  labels: readonly string[]
  /** Titles of the labels that the columns stand for, in their order. */
  columns: readonly string[]
}

/** A board behind the others: a filter and columns, and no issue of its own. */
export const createBoard = (ctx: Ctx, { slug, title, kind, milestone, labels, columns }: NewBoard) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'board.edit')
    const fixed = milestone.rule === 'fixed' ? await milestoneBySlug(ctx, milestone.slug) : null
    const [filters, lanes] = [await labelsByTitle(ctx, labels), await labelsByTitle(ctx, columns)]
    insist(whyNotColumns(lanes.map((label) => ({ id: label.id, title: label.title, labelId: label.id }))))
    const { rows } = await ctx.db.query<{ id: number }>(
      `insert into boards (group_id, slug, title, kind, milestone_rule, milestone_id, position, created_at)
        select $1, $2, $3, $4, $5, $6, count(*) + 1, $7 from boards where group_id = $1 returning id`,
      [ctx.group.id, slug, title, kind, milestone.rule, fixed && Number(fixed.id), ctx.now],
    )
    const board = rows[0]?.id
    await ctx.db.query(
      'insert into board_labels (group_id, board_id, label_id) select $1, $2, unnest($3::int[])',
      [ctx.group.id, board, filters.map((label) => Number(label.id))],
    )
    await ctx.db.query(
      `insert into board_columns (group_id, board_id, label_id, position)
        select $1, $2, id, place from unnest($3::int[]) with ordinality list(id, place)`,
      [ctx.group.id, board, lanes.map((label) => Number(label.id))],
    )
    await record(ctx, { type: 'board.created', data: { title, kind } })
  })
