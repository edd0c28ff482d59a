import type { listShapes as endpoint } from '#lib/contract/boards.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { MilestoneRule } from '#lib/domain/board-shapes.ts'
import type { Ctx } from '../context.ts'

type Item = OutputOf<typeof endpoint>['items'][number]
type Row = Pick<Item, 'slug' | 'kind'> &
  Pick<Item['shape'], 'title' | 'labels' | 'columns'> & { rule: MilestoneRule; milestone: string | null }

/** Every board as it is made, without its cards. */
export async function listShapes(ctx: Ctx): Promise<OutputOf<typeof endpoint>> {
  const { rows } = await ctx.db.query<Row>({
    name: 'board-shapes',
    text: `select b.slug, b.kind, b.title, b.milestone_rule as rule, m.slug as milestone,
        array(select l.title from board_labels f join labels l on l.group_id = f.group_id and l.id = f.label_id
          where f.group_id = b.group_id and f.board_id = b.id order by l.id) as labels,
        coalesce((select jsonb_agg(jsonb_build_object('label', l.title, 'wipCount', c.wip_count,
            'wipWeight', c.wip_weight) order by c.position)
          from board_columns c join labels l on l.group_id = c.group_id and l.id = c.label_id
          where c.group_id = b.group_id and c.board_id = b.id), '[]') as columns
      from boards b left join milestones m on m.group_id = b.group_id and m.id = b.milestone_id
      where b.group_id = $1 order by b.position, b.id`,
    values: [ctx.group.id],
  })
  return {
    items: rows.map(({ slug, kind, title, labels, columns, rule, milestone }) => ({
      slug,
      kind,
      shape: {
        title,
        milestone: rule === 'fixed' ? { rule, slug: milestone ?? '' } : { rule },
        labels,
        columns,
      },
    })),
  }
}
