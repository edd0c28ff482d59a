import type { Ctx } from '../../context.ts'

/** The columns that hold one fact of an issue each. */
type Column =
  | 'milestone_id'
  | 'weight'
  | 'epic_number'
  | 'team_id'
  | 'due_on'
  | 'health'
  | 'confidential'
  | 'spike_scope'

/** Writes one fact; the name of the column is ours, never a person's words. */
export async function setColumn(ctx: Ctx, ref: number, column: Column, value: unknown): Promise<void> {
  await ctx.db.query(
    `update issues set ${column} = $3, updated_at = $4 where group_id = $1 and number = $2`,
    [ctx.group.id, ref, value, ctx.now],
  )
}
