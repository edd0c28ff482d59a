import { type Condition, changeOf, commitmentsOf, type Outcome, STEP_TYPES } from '#lib/domain/commitments.ts'
import type { AnyEvent } from '#lib/domain/events.ts'
import { isOver } from '#lib/domain/milestones.ts'
import { endOfDay, startOfDay } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { milestoneFacts, type MilestoneRow, todayOf } from './milestones.ts'

type Row = AnyEvent & { number: number; issue: number; at: Date; undoes: number | null }

/**
 * What was said and done in a milestone that is over, by the events of every issue that was ever planned for it, at
 * the moments at which things were so; null while it runs. `labelIds` are what the board asks for, the Deliverable among them.
 */
export async function commitmentsFor(
  ctx: Ctx,
  milestone: MilestoneRow,
  labelIds: readonly string[],
): Promise<Outcome | null> {
  const condition = conditionOf(ctx, milestone, labelIds)
  if (!condition) return null
  const { rows } = await ctx.db.query<Row>({
    name: 'commitment-steps',
    text: `select e.number, e.type, e.subject_key::int as issue, e.happened_at as at, e.data, (e.data->>'undoes')::int as undoes
      from events e where e.group_id = $1 and (e.type = any($3) or e.data ? 'undoes')
        and e.issue_number in (select p.issue_number from events p where p.group_id = $1 and (
          p.type = 'issue.created' and p.data->'milestone'->>'id' = $2
          or p.type = 'issue.milestone_set' and p.data->'to'->>'id' = $2))`,
    values: [ctx.group.id, milestone.id, [...STEP_TYPES]],
  })
  const steps = rows.map(({ number, issue, at, undoes, ...event }) => ({
    ...changeOf(event),
    number,
    issue,
    at,
    ...(undoes === null ? {} : { undoes }),
  }))
  return commitmentsOf(steps, condition)
}

function conditionOf(ctx: Ctx, milestone: MilestoneRow, labelIds: readonly string[]): Condition | null {
  const { id, startOn, dueOn, closedAt } = milestone
  if (startOn === null || dueOn === null || !isOver(milestoneFacts(milestone), todayOf(ctx))) return null
  const [end, closed] = [endOfDay(ctx.group.zone, dueOn), closedAt === null ? null : new Date(closedAt)]
  return {
    milestone: id,
    labelIds,
    from: startOfDay(ctx.group.zone, startOn),
    to: closed !== null && closed < end ? closed : end,
  }
}
