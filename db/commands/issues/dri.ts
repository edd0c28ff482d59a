import type { NumberedSubject } from '#lib/domain/subjects.ts'
import { Failure } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import { NUMBER } from '../../queries/subject-sql.ts'

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

/** Where a subject keeps who drives it now. */
const KEPT = {
  issue: 'update issues set dri_id = $3, updated_at = $4 where group_id = $1 and number = $2',
  epic: 'update epics set tech_lead_id = $3 where group_id = $1 and number = $2 and $4::timestamptz is not null',
} as const

/**
 * Opens a DRI assignment; the database refuses a second open one for the same subject. Who was asked to cover for the DRI
 * before need not any more.
 */
export async function beginDri(
  ctx: Ctx,
  { kind, ref }: NumberedSubject,
  { person, why, context = '', by }: Beginning,
): Promise<void> {
  await ctx.db.query({
    name: `begin-dri-of-${kind}`,
    text: `with cached as (${KEPT[kind]}),
      covered as (update inbox_items set done_at = $4 where group_id = $1 and ${NUMBER[kind]} = $2 and kind = 'asked' and done_at is null)
      insert into dri_assignments (group_id, subject_kind, subject_number, person_id, from_at, by_id, why, context)
      values ($1, $8, $2, $3, $4, $5, $6, $7)`,
    values: [ctx.group.id, ref, person, ctx.now, by ?? ctx.actor.id, why, context, kind],
  })
}

const EMPTIED = {
  issue:
    'update issues set dri_id = null, updated_at = $3 where group_id = $1 and number = $2 and dri_id = $4',
  epic: 'update epics set tech_lead_id = null where group_id = $1 and number = $2 and tech_lead_id = $4',
} as const

/**
 * Closes the open assignment of `person`: rows of the past stay, and say who drove it from when to when.
 * @throws conflict, with nothing written, where another person drives it by now
 */
export async function endDri(ctx: Ctx, { kind, ref }: NumberedSubject, person: string): Promise<void> {
  const { rowCount } = await ctx.db.query({
    name: `end-dri-of-${kind}`,
    text: `with cached as (${EMPTIED[kind]})
      update dri_assignments set to_at = $3
        where group_id = $1 and ${NUMBER[kind]} = $2 and person_id = $4 and to_at is null`,
    values: [ctx.group.id, ref, ctx.now, person],
  })
  if (rowCount !== 0) return
  const because = kind === 'epic' ? 'The tech lead has changed.' : 'The DRI has changed.'
  throw new Failure('conflict', because, { rule: 'dri_changed' })
}
