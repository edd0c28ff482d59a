import type { AgendaLine } from '#lib/domain/syncs/agenda.ts'
import type { Ctx } from '../../context.ts'

type Row = { id: number; text: string; person: string | null }

/** Points that people added, the oldest first, until an outcome settles them. */
export async function pointLines(ctx: Ctx): Promise<AgendaLine[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'agenda-points',
    text: `select n.id, n.text, p.handle as person from sync_points n left join people p on p.id = n.by_id
      where n.group_id = $1 and not exists (select from sync_outcomes o
        where o.group_id = n.group_id and o.item = 'point-' || n.id and o.kind = 'done')
      order by n.at, n.id`,
    values: [ctx.group.id],
  })
  return rows.map(({ id, text, person }) => ({
    source: 'point',
    key: `point-${id}`,
    about: null,
    text,
    person,
  }))
}
