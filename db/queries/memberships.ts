import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listMemberships as endpoint } from '#lib/contract/memberships.ts'
import type { Span } from '#lib/domain/memberships.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from './milestones.ts'

type Answer = OutputOf<typeof endpoint>

/** All there were and are and will be, by team and person, the latest first. */
export async function listMemberships(ctx: Ctx): Promise<Answer> {
  const { rows } = await ctx.db.query<Answer['items'][number]>({
    name: 'memberships',
    text: `select m.id, t.slug as team, p.handle as person, p.name, m.kind, round(m.share * 100)::int as percent,
        m.from_on::text as "from", m.to_on::text as "to"
      from memberships m join people p on p.id = m.person_id
      join functional_teams t on t.group_id = m.group_id and t.id = m.team_id
      where m.group_id = $1 order by t.position, m.kind, p.name collate by_language, m.from_on desc`,
    values: [ctx.group.id],
  })
  return { items: rows, today: todayOf(ctx) }
}

/** What a person gives to teams of the group, as the law adds it up. */
export async function spansOf(ctx: Ctx, personId: string): Promise<(Span & { id: number })[]> {
  const { rows } = await ctx.db.query<Span & { id: number }>(
    `select m.id, t.slug as team, round(m.share * 100)::int as percent, m.from_on::text as "from", m.to_on::text as "to"
      from memberships m join functional_teams t on t.group_id = m.group_id and t.id = m.team_id
      where m.group_id = $1 and m.person_id = $2`,
    [ctx.group.id, personId],
  )
  return rows
}
