import type { InputOf } from '#lib/contract/endpoint.ts'
import type { Priority, setPriorities as endpoint } from '#lib/contract/planning-issue.ts'
import type { PriorityData } from '#lib/domain/events/planning-issue.ts'
import type { TitledRef } from '#lib/domain/event-refs.ts'
import { whyNotChangePlanning, whyNotPrioritise, whyNotPriorities } from '#lib/domain/planning-issue/rules.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import { epicByNumber, issueFacts, teamBySlug } from '../../queries/facts.ts'
import { planningIn } from '../../queries/planning-issue.ts'
import { prioritiesOf } from '../../queries/planning-priorities.ts'
import { inTransaction } from '../../transaction.ts'

/** All priorities of a milestone at once, in order. A list that another person changed meanwhile is not written over. */
export const setPriorities = (ctx: Ctx, { milestone, priorities, was }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'planning.issue')
    const { box, planning } = await planningIn(ctx, milestone)
    insist(whyNotChangePlanning({ title: box.title, frozen: planning.frozen !== null }))
    insist(whyNotPriorities(priorities))
    const known = await prioritiesOf(ctx, Number(box.id))
    const now = known.map(({ kind, number, goal, teams }) => ({
      kind,
      number,
      goal,
      teams: teams.map(({ slug }) => slug),
    }))
    if (textOf(now) !== textOf(was)) {
      throw new Failure('stale', 'Another person changed the priorities. Check their list first.', {
        rule: 'stale',
      })
    }
    if (textOf(now) === textOf(priorities)) return { ref: planning.ref, event: await lastEvent(ctx) }
    const to: PriorityData[] = []
    for (const wanted of priorities) to.push(await priorityOf(ctx, wanted))
    const from = known.map(({ kind, number, goal, teams }): PriorityData => ({
      kind,
      number,
      goal,
      teams: teams.map(({ id, name }) => ({ id, name })),
    }))
    return { ref: planning.ref, event: await writePriorities(ctx, planning.ref, box, { from, to }) }
  })

/** Two lists are the same list where kind, number, goal and teams are, whatever the order of the teams. */
const textOf = (list: readonly Priority[]): string =>
  JSON.stringify(list.map(({ kind, number, goal, teams }) => [kind, number, goal, teams.toSorted()]))

/** @throws not_found for what the actor may not see; refused for what is no work */
async function priorityOf(ctx: Ctx, { kind, number, goal, teams }: Priority): Promise<PriorityData> {
  if (kind === 'epic') await epicByNumber(ctx, number)
  else insist(whyNotPrioritise(await issueFacts(ctx, number)))
  const named = []
  for (const team of new Set(teams)) named.push(await teamBySlug(ctx, team))
  return { kind, number, goal, teams: named }
}

export async function writePriorities(
  ctx: Ctx,
  ref: number,
  { id, title }: TitledRef,
  change: { from: PriorityData[]; to: PriorityData[] },
): Promise<number> {
  await ctx.db.query('delete from planning_priorities where group_id = $1 and milestone_id = $2', [
    ctx.group.id,
    Number(id),
  ])
  for (const [at, { kind, number, goal, teams }] of change.to.entries()) {
    await ctx.db.query(
      `insert into planning_priorities (group_id, milestone_id, position, issue_number, epic_number, team_ids, goal)
        values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ctx.group.id,
        Number(id),
        at + 1,
        kind === 'issue' ? number : null,
        kind === 'epic' ? number : null,
        teams.map((team) => Number(team.id)),
        goal,
      ],
    )
  }
  return record(ctx, {
    type: 'planning_issue.priorities_set',
    issue: ref,
    data: { milestone: { id, title }, ...change },
  })
}
