import type { BoardKind, Column } from '#lib/domain/boards.ts'
import type { LabelFact } from '#lib/domain/labels.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'

/** A board without its cards: what a move has to know. */
export type BoardFacts = {
  id: string
  slug: string
  title: string
  kind: BoardKind
  milestoneRule: 'current' | 'next' | 'fixed' | 'any'
  milestoneId: string | null
  filterLabelIds: string[]
  columns: (Column & { wipCount: number | null; wipWeight: number | null })[]
  labels: LabelFact[]
}

type Row = Omit<BoardFacts, 'columns' | 'labels'> & {
  columns: (LabelFact & { columnId: string; wipCount: number | null; wipWeight: number | null })[]
}

export async function boardFacts(ctx: Ctx, slug: string): Promise<BoardFacts> {
  const { rows } = await ctx.db.query<Row>({
    name: 'board-facts',
    text: `select b.id::text, b.slug, b.title, b.kind, b.milestone_rule as "milestoneRule", b.milestone_id::text as "milestoneId",
        array(select f.label_id::text from board_labels f where f.group_id = b.group_id and f.board_id = b.id) as "filterLabelIds",
        coalesce((select jsonb_agg(jsonb_build_object('columnId', c.id::text, 'id', l.id::text, 'title', l.title, 'meaning', l.meaning,
            'wipCount', c.wip_count, 'wipWeight', c.wip_weight) order by c.position)
          from board_columns c join labels l on l.group_id = c.group_id and l.id = c.label_id
          where c.group_id = b.group_id and c.board_id = b.id), '[]') as columns
      from boards b where b.group_id = $1 and b.slug = $2`,
    values: [ctx.group.id, slug],
  })
  const [row] = rows
  if (!row) throw notFound(`The board “${slug}”`)
  return {
    ...row,
    columns: row.columns.map(({ columnId, id, title, wipCount, wipWeight }) => ({
      id: columnId,
      title: title.slice(title.lastIndexOf('::') < 0 ? 0 : title.lastIndexOf('::') + 2),
      labelId: id,
      wipCount,
      wipWeight,
    })),
    labels: row.columns.map(({ id, title, meaning }) => ({ id, title, meaning })),
  }
}
