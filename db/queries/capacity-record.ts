import type { CapacityView } from '#lib/contract/capacity.ts'
import type { Ctx } from '../context.ts'

type CapacityRecord = Pick<CapacityView, 'overrides' | 'duties' | 'lanes'> & {
  teams: { slug: string; name: string }[]
  people: { handle: string; name: string }[]
  confirmed: { person: string; at: string }[]
}

/** What was written down for the capacity of a milestone, with the names of people and teams, in the order of the teams. */
export async function capacityRecord(
  ctx: Ctx,
  { id, startOn, dueOn }: { id: string; startOn: string; dueOn: string },
): Promise<CapacityRecord> {
  const { rows } = await ctx.db.query<CapacityRecord>({
    name: 'capacity-record',
    text: `select
        coalesce((select jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name) order by t.position, t.id)
          from functional_teams t where t.group_id = $1), '[]') as teams,
        coalesce((select jsonb_agg(jsonb_build_object('handle', p.handle, 'name', p.name) order by p.name, p.id)
          from people p where p.id in (select m.person_id from memberships m where m.group_id = $1)), '[]') as people,
        coalesce((select jsonb_agg(jsonb_build_object('person', p.handle,
            'at', to_char(c.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
          from capacity_confirmations c join people p on p.id = c.person_id
          where c.group_id = $1 and c.milestone_id = $2), '[]') as confirmed,
        coalesce((select jsonb_agg(jsonb_build_object('person', p.handle, 'team', t.slug, 'weekOn', o.week_on, 'term', o.term,
            'value', o.value, 'reason', o.reason, 'by', b.handle, 'byName', coalesce(b.name, 'Saydo'),
            'at', to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by o.id)
          from capacity_overrides o join people p on p.id = o.person_id left join people b on b.id = o.by_id
          left join functional_teams t on t.group_id = o.group_id and t.id = o.team_id
          where o.group_id = $1 and o.milestone_id = $2), '[]') as overrides,
        coalesce((select jsonb_agg(jsonb_build_object('team', t.slug, 'weekOn', d.week_on, 'person', p.handle, 'name', p.name)
            order by d.week_on, t.position)
          from triage_duties d join people p on p.id = d.person_id
          join functional_teams t on t.group_id = d.group_id and t.id = d.team_id
          where d.group_id = $1 and d.week_on between $3::date - 6 and $4), '[]') as duties,
        coalesce((select jsonb_agg(jsonb_build_object('team', t.slug, 'priority', l.priority, 'weight', l.weight)
            order by t.position, l.priority)
          from capacity_lanes l join functional_teams t on t.group_id = l.group_id and t.id = l.team_id
          where l.group_id = $1 and l.milestone_id = $2), '[]') as lanes`,
    values: [ctx.group.id, Number(id), startOn, dueOn],
  })
  const [kept] = rows
  if (!kept) throw new Error('A statement without a table gave no row.')
  return kept
}
