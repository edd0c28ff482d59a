import type { Subject } from '#lib/domain/event-subjects.ts'
import type { PushBackState } from '#lib/domain/replay-push-backs-state.ts'
import type { Ctx } from '../../context.ts'

/**
 * After something was taken back: the push-backs on some work are what its ledger says. What was raised and withdrawn goes, and
 * what was accepted with a move that was taken back waits again.
 */
export async function rebuildPushBacks(
  ctx: Ctx,
  { kind, key }: Subject,
  told: ReadonlyMap<number, PushBackState>,
): Promise<void> {
  await ctx.db.query(
    `delete from push_backs where group_id = $1 and subject_kind = $2 and subject_key = $3 and id <> all($4::int[])`,
    [ctx.group.id, kind, key, [...told.keys()]],
  )
  for (const [id, one] of told) await rebuildOne(ctx, id, one)
}

async function rebuildOne(ctx: Ctx, id: number, one: PushBackState): Promise<void> {
  const { rowCount } = await ctx.db.query(
    `insert into push_backs (group_id, id, subject_kind, subject_key, reason, would_change, revisit_on, raised_by_id, raised_at,
        state, note, decided_by_id, decided_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      on conflict (group_id, id) do update set revisit_on = excluded.revisit_on, state = excluded.state, note = excluded.note,
        decided_by_id = excluded.decided_by_id, decided_at = excluded.decided_at, version = excluded.version
      where (push_backs.version, push_backs.state) is distinct from (excluded.version, excluded.state)`,
    [
      ctx.group.id,
      id,
      one.subject.kind,
      one.subject.key,
      one.reason,
      one.wouldChange,
      one.revisitOn,
      one.raisedBy,
      one.raisedAt,
      one.state,
      one.note,
      one.decidedBy,
      one.decidedAt,
      one.version,
    ],
  )
  if (rowCount === 0 || one.protects.length === 0) return
  // what was removed meanwhile is protected no more
  await ctx.db.query(
    `insert into push_back_protects (group_id, push_back_id, subject_kind, subject_key)
      select $1, $2, given.kind, given.key from unnest($3::text[], $4::text[]) as given(kind, key)
      where case given.kind
          when 'issue' then exists (select from issues where group_id = $1 and number = given.key::int)
          when 'epic' then exists (select from epics where group_id = $1 and number = given.key::int)
          else exists (select from milestones where group_id = $1 and id = given.key::int) end
      on conflict do nothing`,
    [ctx.group.id, id, one.protects.map(({ kind }) => kind), one.protects.map(({ key }) => key)],
  )
}
