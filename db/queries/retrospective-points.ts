import type { Month } from '#lib/domain/retrospectives/months.ts'
import type { PointKind } from '#lib/domain/retrospectives/retrospectives.ts'
import type { Ctx } from '../context.ts'

type Person = { id: string; name: string }

/** A point as commands look at it, whatever the reader may see. */
export type PointRow = {
  id: number
  kind: PointKind
  text: string
  to: Person | null
  author: Person
  withdrawn: boolean
  votes: number
}

const person = (of: string) => `jsonb_build_object('id', ${of}.id, 'name', ${of}.name)`
const COLUMNS = `select p.id, p.kind, p.text, case when t.id is not null then ${person('t')} end as to, ${person('a')} as author,
    p.withdrawn_at is not null as withdrawn,
    (select count(*)::int from retrospective_votes v where v.group_id = p.group_id and v.point_id = p.id) as votes
  from retrospective_points p join people a on a.id = p.author_id left join people t on t.id = p.to_id
  where p.group_id = $1 and p.month = $2`

export async function pointRow(ctx: Ctx, month: Month, id: number): Promise<PointRow | undefined> {
  const { rows } = await ctx.db.query<PointRow>({
    name: 'retrospective-point',
    text: `${COLUMNS} and p.id = $3`,
    values: [ctx.group.id, month, id],
  })
  return rows[0]
}

/** All that stand in a month, hidden or not: for opening them. */
export async function pointsToOpen(ctx: Ctx, month: Month): Promise<PointRow[]> {
  const { rows } = await ctx.db.query<PointRow>({
    name: 'retrospective-points-to-open',
    text: `${COLUMNS} and p.withdrawn_at is null order by p.id`,
    values: [ctx.group.id, month],
  })
  return rows
}

/** How many points of a person stand in it. */
export async function writtenBy(ctx: Ctx, month: Month, author: string): Promise<number> {
  const { rows } = await ctx.db.query<{ written: number }>({
    name: 'retrospective-points-by',
    text: `select count(*)::int as written from retrospective_points
      where group_id = $1 and month = $2 and author_id = $3 and withdrawn_at is null`,
    values: [ctx.group.id, month, author],
  })
  return rows[0]?.written ?? 0
}
