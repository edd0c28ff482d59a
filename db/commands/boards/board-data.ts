import type { BoardData } from '#lib/domain/board-shapes.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'

/** A board as its rows hold it, for the event of what changes it or takes it away. */
export async function boardData(ctx: Ctx, board: string): Promise<BoardData> {
  const { rows } = await ctx.db.query<BoardData>(
    `select b.slug, b.title, b.kind, b.milestone_rule as rule, b.milestone_id as "milestoneId", b.position,
        array(select l.label_id from board_labels l where l.group_id = b.group_id and l.board_id = b.id
          order by l.label_id) as labels,
        coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'labelId', c.label_id, 'position', c.position,
            'wipCount', c.wip_count, 'wipWeight', c.wip_weight) order by c.position)
          from board_columns c where c.group_id = b.group_id and c.board_id = b.id), '[]') as columns
      from boards b where b.group_id = $1 and b.id = $2`,
    [ctx.group.id, Number(board)],
  )
  if (!rows[0]) throw notFound('The board')
  return rows[0]
}

/** Writes a board as it was, with the ids of its columns, so that what was said of them holds again. */
export async function restoreBoard(ctx: Ctx, board: string, kept: BoardData): Promise<void> {
  await insistOnParts(ctx, kept)
  const key = [ctx.group.id, Number(board)]
  await ctx.db.query(
    `insert into boards (group_id, id, slug, title, kind, milestone_rule, milestone_id, position, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (group_id, id) do update
        set title = excluded.title, milestone_rule = excluded.milestone_rule, milestone_id = excluded.milestone_id`,
    [...key, kept.slug, kept.title, kept.kind, kept.rule, kept.milestoneId, kept.position, ctx.now],
  )
  await ctx.db.query('delete from board_labels where group_id = $1 and board_id = $2', key)
  await ctx.db.query('delete from board_columns where group_id = $1 and board_id = $2', key)
  await ctx.db.query(
    'insert into board_labels (group_id, board_id, label_id) select $1, $2, unnest($3::int[])',
    [...key, kept.labels],
  )
  await ctx.db.query(
    `insert into board_columns (group_id, board_id, id, label_id, position, wip_count, wip_weight)
      select $1, $2, c.* from jsonb_to_recordset($3) as
        c(id int, "labelId" int, position int, "wipCount" int, "wipWeight" int)`,
    [...key, JSON.stringify(kept.columns)],
  )
}

/** What a board showed may be gone by now, and the board of a removed label would show nothing true. */
async function insistOnParts(ctx: Ctx, { title, labels, columns, milestoneId }: BoardData): Promise<void> {
  const wanted = [...new Set([...labels, ...columns.map(({ labelId }) => labelId)])]
  const { rows } = await ctx.db.query<{ labels: number; milestone: boolean }>(
    `select (select count(*)::int from labels where group_id = $1 and id = any($2::int[])) as labels,
        $3::int is null or exists (select from milestones where group_id = $1 and id = $3) as milestone`,
    [ctx.group.id, wanted, milestoneId],
  )
  if (rows[0]?.labels === wanted.length && rows[0].milestone) return
  const because = `A label or a milestone of the board “${title}” was removed. Restore it first.`
  throw new Failure('conflict', because, { rule: 'part_gone' })
}
