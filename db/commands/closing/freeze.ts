import { assignedIn } from '#lib/domain/closing/assigned.ts'
import type { FrozenData } from '#lib/domain/events/milestones.ts'
import { endOfDay } from '#lib/kit/zone.ts'
import type { Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { conditionFor, stepsIn } from '../../queries/commitments.ts'
import { factsThen } from '../../queries/frozen-facts.ts'
import type { MilestoneRow } from '../../queries/milestones.ts'

/**
 * Law 10: "Numbers of a closed milestone never change afterwards; later facts appear as notes." Writes the outcome of a
 * milestone as of the end of its due day in the group's zone, or as of now, where it is closed before. Answers the moment.
 * One that is frozen stays as it is.
 */
export async function freezeMilestone(ctx: Ctx, milestone: MilestoneRow): Promise<Date> {
  const { id, title, dueOn, frozenAt } = milestone
  const condition = conditionFor(ctx, milestone)
  if (condition === null || dueOn === null) throw new Error(`${title} is a shelf and has no end.`)
  if (frozenAt !== null) return new Date(frozenAt)
  const assigned = assignedIn(await stepsIn(ctx, milestone), condition).toSorted((a, b) => a.issue - b.issue)
  const refs = assigned.map(({ issue }) => issue)
  const factsOf = await factsThen(ctx, refs, new Date(condition.to.getTime() - 1))
  const issues = assigned.map(({ issue, weight, split, enteredAt, ...one }): FrozenData => {
    const { firstWeight, atStart, onBoard, outcome } = one
    return {
      ref: issue,
      weight: split ? 0 : weight,
      firstWeight,
      ...factsOf(issue),
      atStart,
      enteredAt: enteredAt.toISOString(),
      onBoard,
      outcome,
    }
  })
  const end = endOfDay(ctx.group.zone, dueOn)
  // asked of the clock: in the last millisecond of the due day what counts ends with that day, and the day has not ended
  const early = ctx.now < end
  const moment = early ? ctx.now : end
  await writeFrozen(ctx, id, moment, issues)
  await record(ctx, {
    type: 'milestone.frozen',
    data: { id: Number(id), title, dueOn, frozenAt: moment.toISOString(), early, issues },
    happenedAt: moment,
  })
  return moment
}

/** The database refuses every later change of these rows. */
async function writeFrozen(
  ctx: Ctx,
  milestone: string,
  frozenAt: Date,
  issues: readonly FrozenData[],
): Promise<void> {
  const key = [ctx.group.id, Number(milestone), frozenAt]
  await ctx.db.query('update milestones set frozen_at = $3 where group_id = $1 and id = $2', key)
  await ctx.db.query({
    name: 'write-frozen',
    text: `insert into milestone_outcomes (group_id, milestone_id, issue_number, weight, first_weight, team_id, dri_id, work_type,
        assigned_at_start, entered_at, on_board, outcome, frozen_at)
      select $1, $2, o.ref, o.weight, o."firstWeight", (o.team->>'id')::int, o.dri->>'id', o.type, o."atStart", o."enteredAt",
        o."onBoard", o.outcome, $3
      from jsonb_to_recordset($4) as o (ref int, weight int, "firstWeight" int, team jsonb, dri jsonb, type text, "atStart" boolean,
        "enteredAt" timestamptz, "onBoard" boolean, outcome text)`,
    values: [...key, JSON.stringify(issues)],
  })
}
