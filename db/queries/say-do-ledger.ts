import { type Assigned, assignedIn } from '#lib/domain/closing/assigned.ts'
import type { Step } from '#lib/domain/closing/steps.ts'
import { may } from '#lib/domain/permissions.ts'
import { weightOf } from '#lib/domain/weight.ts'
import type { Ctx } from '../context.ts'
import type { Timebox } from './capacity-terms.ts'
import { conditionFor, stepsIn } from './commitments.ts'
import { TYPE } from './issue-sql.ts'
import type { MilestoneRow } from './milestones.ts'
import type { SayDoDetail } from './say-do-frozen.ts'

export type Box = MilestoneRow & Timebox

/**
 * What is assigned in a milestone that is not frozen yet, by its events until now.
 */
export async function ledgerDetails(ctx: Ctx, box: Box): Promise<SayDoDetail[]> {
  const condition = conditionFor(ctx, box)
  if (!condition) return []
  const steps = await stepsIn(ctx, box)
  const assigned = assignedIn(steps, condition)
  const [facts, closings] = [await factsOf(ctx, assigned), closingsOf(steps, condition.to)]
  return assigned
    .flatMap((one) => {
      const known = facts.get(one.issue)
      return known ? [detailOf(one, known, closings.get(one.issue) ?? null)] : []
    })
    .toSorted((a, b) => a.ref - b.ref)
}

type Facts = Pick<SayDoDetail, 'ref' | 'title' | 'team' | 'type' | 'dri' | 'slips' | 'shown'>

function detailOf(one: Assigned, facts: Facts, lastClosed: Date | null): SayDoDetail {
  const { issue, atStart, enteredAt, firstWeight, outcome, onBoard, closed, pushBack } = one
  return {
    ...facts,
    ref: issue,
    weight: one.split ? weightOf(one) : one.weight,
    firstWeight,
    atStart,
    enteredAt,
    outcome,
    open: onBoard && closed === null,
    closedAt: closed === null ? null : lastClosed,
    reason: null,
    text: '',
    pushBack,
    destination: null,
  }
}

/** When each was closed last, before `to`. */
function closingsOf(steps: readonly Step[], to: Date): Map<number, Date> {
  return new Map(
    steps.flatMap(({ issue, at, closed }) => (closed !== undefined && at < to ? [[issue, at]] : [])),
  )
}

/** What was removed since was never work of the board. */
async function factsOf(ctx: Ctx, assigned: readonly Assigned[]): Promise<Map<number, Facts>> {
  const { rows } = await ctx.db.query<Facts>({
    name: 'say-do-facts',
    text: `select i.number as ref, i.title, nullif(${TYPE}, 'none') as type, ($3 or not i.confidential) as shown,
        (select jsonb_build_object('slug', t.slug, 'name', t.name) from functional_teams t
          where t.group_id = i.group_id and t.id = i.team_id) as team,
        (select jsonb_build_object('handle', p.handle, 'name', p.name) from people p where p.id = i.dri_id) as dri,
        (select count(*)::int from milestone_outcomes o
          where o.group_id = i.group_id and o.issue_number = i.number and o.outcome = 'slipped') as slips
      from issues i where i.group_id = $1 and i.number = any($2::int[])`,
    values: [ctx.group.id, assigned.map(({ issue }) => issue), may(ctx.actor, 'see.confidential')],
  })
  return new Map(rows.map((row) => [row.ref, row]))
}
