import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { readWeighing as read, Weighing } from '#lib/contract/weighings.ts'
import { FEWEST_ASKED, MOST_ASKED } from '#lib/domain/weighing.ts'
import type { Ctx } from '../context.ts'
import { issueFacts } from './facts.ts'
import { todayOf } from './milestones.ts'

/** A weight that is not revealed leaves the database for the person who gave it alone. */
export async function readWeighing(ctx: Ctx, { ref }: InputOf<typeof read>): Promise<OutputOf<typeof read>> {
  const { teamId } = await issueFacts(ctx, ref)
  const { rows } = await ctx.db.query<{ weighing: Weighing }>({
    name: 'newest-weighing',
    text: `select jsonb_build_object(
        'openedBy', (select handle from people where id = w.opened_by_id),
        'openedAt', w.opened_at, 'revealedAt', w.revealed_at, 'closedAt', w.closed_at, 'agreed', w.agreed,
        'votes', coalesce((select jsonb_agg(jsonb_build_object('person', p.handle, 'voted', v.voted_at is not null,
            'weight', case when w.revealed_at is not null or v.person_id = $3 then v.weight end,
            'reason', case when w.revealed_at is not null or v.person_id = $3 then v.reason else '' end) order by p.name collate by_language)
          from weighing_votes v join people p on p.id = v.person_id
          where v.group_id = w.group_id and v.weighing_id = w.id), '[]')) as weighing
      from weighings w where w.group_id = $1 and w.issue_number = $2 order by w.id desc limit 1`,
    values: [ctx.group.id, ref, ctx.actor.id],
  })
  return { weighing: rows[0]?.weighing ?? null, proposed: await proposedFor(ctx, teamId) }
}

/** Handles of the engineers of a functional team of today; of the group where that are too few to compare. */
export async function proposedFor(ctx: Ctx, teamId: string | null): Promise<string[]> {
  const { rows } = await ctx.db.query<{ handle: string; inTeam: boolean }>({
    name: 'engineers',
    text: `select p.handle, exists (select from memberships m where m.group_id = $1 and m.person_id = p.id and m.team_id = $2
          and m.from_on <= $3 and (m.to_on is null or m.to_on >= $3)) as "inTeam"
      from people p where exists (select from group_roles r
        where r.group_id = $1 and r.person_id = p.id and r.role in ('engineer', 'staff_engineer'))
      order by p.name collate by_language`,
    values: [ctx.group.id, teamId, todayOf(ctx)],
  })
  const team = rows.filter(({ inTeam }) => inTeam)
  return (team.length < FEWEST_ASKED ? rows : team).slice(0, MOST_ASKED).map(({ handle }) => handle)
}

export type RunningFacts = {
  id: number
  openedById: string | null
  revealed: boolean
  votes: { id: string; name: string; weight: number | null }[]
}

/** For commands alone: it holds the weights, whether they are revealed or not. */
export async function runningWeighing(ctx: Ctx, ref: number): Promise<RunningFacts | null> {
  const { rows } = await ctx.db.query<RunningFacts>({
    name: 'running-weighing',
    text: `select w.id, w.opened_by_id as "openedById", w.revealed_at is not null as revealed,
        coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'weight', v.weight) order by p.name collate by_language)
          from weighing_votes v join people p on p.id = v.person_id
          where v.group_id = w.group_id and v.weighing_id = w.id), '[]') as votes
      from weighings w where w.group_id = $1 and w.issue_number = $2 and w.closed_at is null`,
    values: [ctx.group.id, ref],
  })
  return rows[0] ?? null
}
