import type { Ctx } from '../context.ts'

/** For SQL: in how many milestones that are over the issue `i` was assigned and not completed. */
export const SLIPS = `(select count(*)::int from milestone_outcomes o
    where o.group_id = i.group_id and o.issue_number = i.number and o.outcome = 'slipped')`

export type Slip = { milestone: string; title: string }

/**
 * By number of issue, the milestones that are over in which it was assigned and not completed, the newest first. For readers who may
 * see the issue: what is confidential is told as well.
 */
export async function slipsOf(ctx: Ctx): Promise<Map<number, Slip[]>> {
  const { rows } = await ctx.db.query<{ ref: number; milestone: string; title: string }>({
    name: 'slips',
    text: `select o.issue_number as ref, m.slug as milestone, m.title
      from milestone_outcomes o join milestones m on m.group_id = o.group_id and m.id = o.milestone_id
      where o.group_id = $1 and o.outcome = 'slipped' order by m.due_on desc`,
    values: [ctx.group.id],
  })
  const slips = new Map<number, Slip[]>()
  for (const { ref, ...slip } of rows) slips.set(ref, [...(slips.get(ref) ?? []), slip])
  return slips
}
