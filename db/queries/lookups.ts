import type { BoardView } from '#lib/contract/boards.ts'
import type { Ctx } from '../context.ts'

type LookupRow = Pick<BoardView, 'labels' | 'people' | 'teams' | 'epics'>

/** The names behind the ids of cards: what a view needs to be read, filtered and grouped without asking again. */
export async function lookupsOf(ctx: Ctx): Promise<LookupRow> {
  const { rows } = await ctx.db.query<LookupRow>({
    name: 'lookups',
    text: `select
      coalesce((select jsonb_agg(jsonb_build_object('id', l.id::text, 'title', l.title, 'hue', l.hue, 'meaning', l.meaning) order by l.title collate by_language)
        from labels l where l.group_id = $1), '[]') as labels,
      coalesce((select jsonb_agg(p order by p.name collate by_language) from (
        select p.handle, p.name, jsonb_agg(r.role order by r.role) as roles
        from group_roles r join people p on p.id = r.person_id where r.group_id = $1 group by p.handle, p.name) p), '[]') as people,
      coalesce((select jsonb_agg(t order by t.position) from (
        select t.position, t.slug, t.name, coalesce((select jsonb_agg(p.handle order by m.kind, p.name collate by_language)
          from memberships m join people p on p.id = m.person_id
          where m.group_id = t.group_id and m.team_id = t.id and m.to_on is null), '[]') as members
        from functional_teams t where t.group_id = $1) t), '[]') as teams,
      coalesce((select jsonb_agg(jsonb_build_object('number', e.number, 'title', e.title, 'closed', e.closed_at is not null) order by e.title collate by_language)
        from epics e where e.group_id = $1), '[]') as epics`,
    values: [ctx.group.id],
  })
  const [row] = rows
  if (!row) return { labels: [], people: [], teams: [], epics: [] }
  return { ...row, teams: row.teams.map(({ slug, name, members }) => ({ slug, name, members })) }
}
