import { THE_CLOCK, type Ctx } from '../context.ts'
import { commitmentsFor } from '../queries/commitments.ts'
import { milestonesOf } from '../queries/milestones.ts'

type Outcome = { title: string; committed: number; done: number }

/** What was said and done in each closed milestone of a group, told by its ledger alone. */
export async function outcomesOf({ group, now, db }: Pick<Ctx, 'group' | 'now' | 'db'>): Promise<Outcome[]> {
  const ctx: Ctx = { actor: THE_CLOCK, group, now, db }
  const outcomes: Outcome[] = []
  for (const milestone of await milestonesOf(ctx)) {
    const outcome = await commitmentsFor(ctx, milestone)
    if (!outcome || milestone.closedAt === null) continue
    outcomes.push({
      title: milestone.title,
      committed: outcome.assigned.count,
      done: outcome.completed.count,
    })
  }
  return outcomes
}
