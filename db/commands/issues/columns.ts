import type { FactValues } from '#lib/domain/facts/values.ts'
import type { Ctx } from '../../context.ts'
import { issues } from '../../schema/issues.ts'

/** The columns that hold one fact of an issue each. */
type Column = 'milestoneId' | 'weight' | 'epicNumber' | 'teamId' | 'modelId' | 'spikeScope' | keyof FactValues

/** Writes one fact; the name of the column is ours, never a person's words. */
export async function setColumn(ctx: Ctx, ref: number, column: Column, value: unknown): Promise<void> {
  await ctx.db.query(
    `update issues set ${issues[column].name} = $3, updated_at = $4 where group_id = $1 and number = $2`,
    [ctx.group.id, ref, value, ctx.now],
  )
}
