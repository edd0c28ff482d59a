import type { EventData } from '#lib/domain/events.ts'
import { issueOf } from '#lib/domain/sandbox/changes.ts'
import type { Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { idOr } from '../ids.ts'

type Data = EventData<'sandbox.change_added'>
/** A change with its sandbox; `id` null for one that is new. */
export type WrittenChange = Omit<Data, 'id' | 'issue'> & { id: number | null }

/** Writes a change, new or again, and records it. @returns its id and the event */
export async function writeChange(
  ctx: Ctx,
  { id: known, ...data }: WrittenChange,
): Promise<{ id: number; event: number }> {
  const { change, sandbox, reason, by, seen } = data
  const person = 'person' in change ? change.person : null
  const days = 'fromOn' in change ? change : null
  const override = change.what === 'override' ? change : null
  const { rows } = await ctx.db.query<{ id: number }>(
    `insert into sandbox_changes (group_id, sandbox_id, what, person_id, team_id, issue_number, from_on, to_on, from_noon,
        until_noon, week_on, term, value, is_in, reason, by_id, seen_event, created_at, id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, ${idOr('sandbox_changes', '$19')})
      returning id`,
    [
      ctx.group.id,
      sandbox.id,
      change.what,
      person?.id ?? null,
      override?.team ? Number(override.team.id) : null,
      issueOf(change),
      days?.fromOn ?? null,
      days?.toOn ?? null,
      days?.fromNoon ?? false,
      days?.untilNoon ?? false,
      override?.weekOn ?? null,
      override?.term ?? null,
      'value' in change ? change.value : null,
      'isIn' in change ? change.isIn : null,
      reason,
      by?.id ?? null,
      seen,
      ctx.now,
      known,
    ],
  )
  const id = rows[0]?.id ?? 0
  const event = await record(ctx, {
    type: 'sandbox.change_added',
    data: { ...data, id, ...issueNamed(change) },
  })
  return { id, event }
}

export async function eraseChange(ctx: Ctx, data: Omit<Data, 'issue'>): Promise<number> {
  await ctx.db.query('delete from sandbox_changes where group_id = $1 and id = $2', [ctx.group.id, data.id])
  return record(ctx, { type: 'sandbox.change_removed', data: { ...data, ...issueNamed(data.change) } })
}

const issueNamed = (change: Data['change']): { issue?: number } => {
  const issue = issueOf(change)
  return issue === null ? {} : { issue }
}
