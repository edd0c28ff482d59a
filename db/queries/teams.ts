import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listTeams as endpoint } from '#lib/contract/teams.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from './milestones.ts'

type Answer = OutputOf<typeof endpoint>

/** Teams with scope and the members of today, then the boundaries, all in the order of the handbook. */
export async function listTeams(ctx: Ctx): Promise<Answer> {
  const { rows } = await ctx.db.query<Answer>({
    name: 'teams',
    text: `select
      coalesce((select jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name, 'purpose', t.purpose, 'note', t.note,
          'scope', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name,
              'description', s.description) order by s.position)
            from scope_areas s where s.group_id = t.group_id and s.team_id = t.id), '[]'),
          'members', coalesce((select jsonb_agg(jsonb_build_object('person', p.handle, 'name', p.name, 'kind', m.kind,
              'share', m.share, 'from', m.from_on, 'to', m.to_on) order by m.kind, p.name collate by_language)
            from memberships m join people p on p.id = m.person_id
            where m.group_id = t.group_id and m.team_id = t.id and m.from_on <= $2 and (m.to_on is null or m.to_on >= $2)), '[]')
        ) order by t.position) from functional_teams t where t.group_id = $1), '[]') as items,
      coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'area', b.area, 'owner', b.owner, 'relationship', b.relationship,
          'ownerGroup', case when $3 or exists (select from group_roles r where r.group_id = o.id and r.person_id = $4) then o.slug end,
          'sentence', b.sentence, 'team', t.slug) order by b.position)
        from boundaries b left join functional_teams t on t.group_id = b.group_id and t.id = b.team_id
        left join groups o on o.id = b.owner_group_id
        where b.group_id = $1), '[]') as boundaries`,
    values: [ctx.group.id, todayOf(ctx), ctx.actor.admin, ctx.actor.id],
  })
  return rows[0] ?? { items: [], boundaries: [] }
}
