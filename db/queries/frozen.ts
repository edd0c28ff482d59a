import type { MilestoneOutcome } from '#lib/domain/closing/reasons.ts'
import type { WorkType } from '#lib/domain/labels.ts'
import type { Ctx } from '../context.ts'

/** What was frozen of an assigned issue. */
export type Frozen = {
  issue: number
  /** At the end: 0 for the original of a split. */
  weight: number | null
  /** Null also where it was not written down. */
  firstWeight: number | null
  split: false
  team: string | null
  dri: string | null
  type: WorkType | null
  atStart: boolean
  enteredAt: Date
  onBoard: boolean
  outcome: MilestoneOutcome
}

/** The outcome of a milestone that is frozen, by number of issue; of everybody's issues. */
export async function frozenIn(ctx: Ctx, milestone: string): Promise<Frozen[]> {
  const { rows } = await ctx.db.query<Frozen>({
    name: 'frozen-outcomes',
    text: `select issue_number as issue, weight, first_weight as "firstWeight", false as split, team_id::text as team,
        dri_id as dri, work_type as type, assigned_at_start as "atStart", entered_at as "enteredAt", on_board as "onBoard", outcome
      from milestone_outcomes where group_id = $1 and milestone_id = $2 order by issue_number`,
    values: [ctx.group.id, Number(milestone)],
  })
  return rows
}
