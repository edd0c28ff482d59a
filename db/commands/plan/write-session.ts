import type { TitledRef } from '#lib/domain/event-refs.ts'
import type { SessionData, SessionStage } from '#lib/domain/events/plan.ts'
import type { Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import type { SessionRow } from '../../queries/plan-session.ts'

/** As events tell it: people by their ids. */
const asData = ({ at, invited }: SessionRow): SessionData => ({
  at,
  invited: invited
    .map(({ id, name, accepted }) => ({ id, name, accepted }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

/** Puts a session that has not started in the place of another, or takes it away. */
export async function setSession(
  ctx: Ctx,
  milestone: TitledRef,
  before: SessionRow | null,
  to: SessionData | null,
  sample = false,
): Promise<number> {
  const from = before && asData(before)
  if (JSON.stringify(from) === JSON.stringify(to)) return lastEvent(ctx)
  const own = [ctx.group.id, Number(milestone.id)]
  await ctx.db.query('delete from plan_sessions where group_id = $1 and milestone_id = $2', own)
  if (to !== null) {
    await ctx.db.query(
      'insert into plan_sessions (group_id, milestone_id, at, by_id, sample) values ($1, $2, $3, $4, $5)',
      [...own, to.at, ctx.actor.id, sample],
    )
    await ctx.db.query(
      `insert into plan_invitations (group_id, milestone_id, person_id, accepted)
        select $1, $2, v.id, v.accepted from unnest($3::text[], $4::boolean[]) as v (id, accepted)`,
      [...own, to.invited.map(({ id }) => id), to.invited.map(({ accepted }) => accepted)],
    )
  }
  return record(ctx, { type: 'plan.session_set', data: { milestone, from, to } })
}

const stageOf = (session: SessionRow | null): SessionStage =>
  session === null ? 'none' : session.endedAt ? 'held' : session.startedAt ? 'running' : 'scheduled'

/** Starts or ends a session, or takes that back: `none` where it had not been scheduled. */
export async function runSession(
  ctx: Ctx,
  milestone: TitledRef,
  before: SessionRow | null,
  to: SessionStage,
): Promise<number> {
  const from = stageOf(before)
  if (from === to) return lastEvent(ctx)
  const own = [ctx.group.id, Number(milestone.id)]
  if (to === 'none') {
    await ctx.db.query('delete from plan_sessions where group_id = $1 and milestone_id = $2', own)
  } else {
    const began = before?.startedAt ?? ctx.now
    await ctx.db.query(
      `insert into plan_sessions (group_id, milestone_id, at, by_id, started_at, ended_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (group_id, milestone_id) do update set started_at = $5, ended_at = $6`,
      [...own, ctx.now, ctx.actor.id, to === 'scheduled' ? null : began, to === 'held' ? ctx.now : null],
    )
  }
  return record(ctx, { type: 'plan.session_ran', data: { milestone, from, to } })
}
