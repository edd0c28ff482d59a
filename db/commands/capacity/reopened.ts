import type { PersonRef } from '#lib/domain/event-refs.ts'
import type { Reopened, ReopenedOf } from '#lib/domain/events/time-off.ts'
import type { TimeOffDays } from '#lib/domain/time-off.ts'
import type { Ctx } from '../../context.ts'

type Span = Pick<TimeOffDays, 'fromOn' | 'toOn'>

/**
 * Takes back that a person's days are right in every open milestone that these days touch.
 * @param back confirmations that an act took back which is now undone: they hold again, unless the person confirmed since
 */
export async function reopenedBy(
  ctx: Ctx,
  person: PersonRef,
  spans: readonly Span[],
  back: readonly Reopened[] = [],
): Promise<Reopened[]> {
  const { rows } = await ctx.db.query<{ id: number; title: string; at: Date }>(
    `delete from capacity_confirmations c using milestones m
      where c.group_id = $1 and c.person_id = $2 and m.group_id = c.group_id and m.id = c.milestone_id and m.closed_at is null
        and exists (select from unnest($3::date[], $4::date[]) as s (first, last) where m.start_on <= s.last and m.due_on >= s.first)
      returning m.id, m.title, c.confirmed_at as at`,
    [ctx.group.id, person.id, spans.map(({ fromOn }) => fromOn), spans.map(({ toOn }) => toOn)],
  )
  const reopened = rows.map(({ at, ...one }) => ({ ...one, at: at.toISOString() }))
  await restore(
    ctx,
    back.filter(({ id }) => !rows.some((row) => row.id === id)).map((one) => ({ ...one, person })),
  )
  return reopened
}

/**
 * The same for all who have the holidays of the group, on some day of a milestone, because they have no country of their
 * own by then.
 */
export async function reopenedInGroup(ctx: Ctx, back: readonly ReopenedOf[] = []): Promise<ReopenedOf[]> {
  const { rows } = await ctx.db.query<{ id: number; title: string; at: Date; person: PersonRef }>(
    `delete from capacity_confirmations c using milestones m, people p
      where c.group_id = $1 and p.id = c.person_id and m.group_id = c.group_id and m.id = c.milestone_id and m.closed_at is null
        and (coalesce((select w.country from working_times w where w.group_id = c.group_id and w.person_id = c.person_id
              and w.from_on <= m.start_on order by w.from_on desc limit 1), '') = ''
          or exists (select from working_times w where w.group_id = c.group_id and w.person_id = c.person_id
              and w.from_on > m.start_on and w.from_on <= m.due_on and w.country = ''))
      returning m.id, m.title, c.confirmed_at as at, jsonb_build_object('id', p.id, 'name', p.name) as person`,
    [ctx.group.id],
  )
  const isGone = (one: ReopenedOf) =>
    rows.some(({ id, person }) => id === one.id && person.id === one.person.id)
  await restore(
    ctx,
    back.filter((one) => !isGone(one)),
  )
  return rows.map(({ at, ...one }) => ({ ...one, at: at.toISOString() }))
}

async function restore(ctx: Ctx, back: readonly ReopenedOf[]): Promise<void> {
  if (back.length === 0) return
  await ctx.db.query(
    `insert into capacity_confirmations (group_id, milestone_id, person_id, confirmed_at)
      select $1, m.id, b.person, b.at from unnest($2::int[], $3::text[], $4::timestamptz[]) as b (id, person, at)
        join milestones m on m.group_id = $1 and m.id = b.id on conflict do nothing`,
    [ctx.group.id, back.map(({ id }) => id), back.map(({ person }) => person.id), back.map(({ at }) => at)],
  )
}
