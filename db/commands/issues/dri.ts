import { Failure } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'

/** The acting person; the clock takes nothing into its own hands. */
export function meOf(ctx: Ctx): { id: string; name: string } {
  if (ctx.actor.id === null) throw new Failure('forbidden', 'Only a person can do this.')
  return { id: ctx.actor.id, name: ctx.actor.name }
}

export type Beginning = {
  person: string
  why: 'took' | 'assigned' | 'handed_over'
  context?: string
  /** Who made them the DRI, where it was not the actor. */
  by?: string
}

/** Opens a DRI assignment; the database refuses a second open one for the same issue. */
export async function beginDri(
  ctx: Ctx,
  ref: number,
  { person, why, context = '', by }: Beginning,
): Promise<void> {
  await ctx.db.query({
    name: 'begin-dri',
    text: `with cached as (update issues set dri_id = $3, updated_at = $4 where group_id = $1 and number = $2)
      insert into dri_assignments (group_id, subject_kind, subject_number, person_id, from_at, by_id, why, context)
      values ($1, 'issue', $2, $3, $4, $5, $6, $7)`,
    values: [ctx.group.id, ref, person, ctx.now, by ?? ctx.actor.id, why, context],
  })
}

/**
 * Closes the open assignment of `person`: rows of the past stay, and say who drove it from when to when.
 * @throws conflict, with nothing written, where somebody else drives it by now
 */
export async function endDri(ctx: Ctx, ref: number, person: string): Promise<void> {
  const { rowCount } = await ctx.db.query({
    name: 'end-dri',
    text: `with cached as (
        update issues set dri_id = null, updated_at = $3 where group_id = $1 and number = $2 and dri_id = $4)
      update dri_assignments set to_at = $3
        where group_id = $1 and issue_number = $2 and person_id = $4 and to_at is null`,
    values: [ctx.group.id, ref, ctx.now, person],
  })
  if (rowCount === 0) throw new Failure('conflict', 'The DRI has changed.', { rule: 'dri_changed' })
}
