import { type BoardShape, whyNotBoardTitle } from '#lib/domain/board-shapes.ts'
import { insist } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import type { BoardFacts } from '../../queries/board-facts.ts'
import { labelsByTitle, milestoneBySlug } from '../../queries/facts.ts'
import { milestonesOf } from '../../queries/milestones.ts'

/** A shape with its names looked up. */
export type Resolved = {
  milestone: string | null
  labels: readonly string[]
  columns: readonly { labelId: string; wipCount: number | null; wipWeight: number | null }[]
}

/** The shape that a request carries, without what else it carries. */
export const shapeIn = ({ title, milestone, labels, columns }: BoardShape): BoardShape => ({
  title,
  milestone,
  labels,
  columns,
})

/** @throws not_found for a label or a milestone that the group has not */
export async function resolved(ctx: Ctx, { milestone, labels, columns }: BoardShape): Promise<Resolved> {
  const fixed = milestone.rule === 'fixed' ? await milestoneBySlug(ctx, milestone.slug) : null
  const filters = await labelsByTitle(ctx, labels)
  const lanes = await labelsByTitle(
    ctx,
    columns.map(({ label }) => label),
  )
  return {
    milestone: fixed?.id ?? null,
    labels: filters.map(({ id }) => id),
    columns: columns.map(({ wipCount, wipWeight }, at) => ({
      labelId: lanes[at]?.id ?? '',
      wipCount,
      wipWeight,
    })),
  }
}

/** A column whose label stays keeps its id, so that cards on their way to it still arrive. */
export async function writeShape(ctx: Ctx, board: number, { labels, columns }: Resolved): Promise<void> {
  const [filters, lanes] = [labels.map(Number), columns.map(({ labelId }) => Number(labelId))]
  const key = [ctx.group.id, board]
  await ctx.db.query(
    'delete from board_labels where group_id = $1 and board_id = $2 and label_id <> all($3::int[])',
    [...key, filters],
  )
  await ctx.db.query(
    `insert into board_labels (group_id, board_id, label_id) select $1, $2, unnest($3::int[])
      on conflict do nothing`,
    [...key, filters],
  )
  await ctx.db.query(
    'delete from board_columns where group_id = $1 and board_id = $2 and label_id <> all($3::int[])',
    [...key, lanes],
  )
  await ctx.db.query(
    `insert into board_columns (group_id, board_id, label_id, position, wip_count, wip_weight)
      select $1, $2, label, place, wip_count, wip_weight
        from unnest($3::int[], $4::int[], $5::int[]) with ordinality list(label, wip_count, wip_weight, place)
      on conflict on constraint board_columns_label do update
        set position = excluded.position, wip_count = excluded.wip_count, wip_weight = excluded.wip_weight`,
    [...key, lanes, columns.map(({ wipCount }) => wipCount), columns.map(({ wipWeight }) => wipWeight)],
  )
}

/** @param board null for one that is created */
export async function insistOnTitle(ctx: Ctx, title: string, board: string | null): Promise<void> {
  const { rows } = await ctx.db.query<{ title: string }>(
    'select title from boards where group_id = $1 and id is distinct from $2 order by position, id',
    [ctx.group.id, board === null ? null : Number(board)],
  )
  insist(
    whyNotBoardTitle(
      title,
      rows.map((other) => other.title),
    ),
  )
}

/** The shape that a board has now. */
export async function shapeOf(ctx: Ctx, board: BoardFacts): Promise<BoardShape> {
  const { title, milestoneRule: rule, milestoneId, filterLabelIds, columns, labels } = board
  const { rows } = await ctx.db.query<{ title: string }>(
    'select title from labels where group_id = $1 and id = any($2::int[])',
    [ctx.group.id, filterLabelIds],
  )
  const milestones = rule === 'fixed' ? await milestonesOf(ctx) : []
  const slug = milestones.find(({ id }) => id === milestoneId)?.slug ?? ''
  return {
    title,
    milestone: rule === 'fixed' ? { rule, slug } : { rule },
    labels: rows.map((label) => label.title),
    columns: columns.map(({ labelId, wipCount, wipWeight }) => ({
      label: labels.find(({ id }) => id === labelId)?.title ?? '',
      wipCount,
      wipWeight,
    })),
  }
}
