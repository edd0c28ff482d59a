import type { Ctx } from '../context.ts'

export type SessionRow = {
  /** Instants in UTC, as text. */
  at: string
  startedAt: string | null
  endedAt: string | null
  by: string | null
  sample: boolean
  /** By name. */
  invited: { id: string; person: string; name: string; accepted: boolean | null }[]
}

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The joint planning session of a milestone; null without one. */
export async function sessionOf(ctx: Ctx, milestone: string): Promise<SessionRow | null> {
  const { rows } = await ctx.db.query<SessionRow>({
    name: 'plan-session',
    text: `select ${instant('s.at')} as at, ${instant('s.started_at')} as "startedAt", ${instant('s.ended_at')} as "endedAt",
        (select p.handle from people p where p.id = s.by_id) as by, s.sample,
        coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'person', p.handle, 'name', p.name, 'accepted', v.accepted)
            order by p.name collate by_language, p.id)
          from plan_invitations v join people p on p.id = v.person_id
          where v.group_id = s.group_id and v.milestone_id = s.milestone_id), '[]') as invited
      from plan_sessions s where s.group_id = $1 and s.milestone_id = $2`,
    values: [ctx.group.id, Number(milestone)],
  })
  return rows[0] ?? null
}
