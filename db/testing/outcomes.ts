import { THE_CLOCK, type Ctx } from '../context.ts'
import { commitmentsFor } from '../queries/commitments.ts'
import { milestonesOf } from '../queries/milestones.ts'

type Kept = { title: string; said: number; done: number }

/** What was said and done in each closed milestone of a group, told by its ledger alone. */
export async function outcomesOf({ group, now, db }: Pick<Ctx, 'group' | 'now' | 'db'>): Promise<Kept[]> {
  const ctx: Ctx = { actor: THE_CLOCK, group, now, db }
  const { rows } = await db.query<{ id: string }>(
    `select id::text from labels where group_id = $1 and meaning in ('group', 'deliverable')`,
    [group.id],
  )
  const kept: Kept[] = []
  for (const milestone of await milestonesOf(ctx)) {
    const outcome = await commitmentsFor(
      ctx,
      milestone,
      rows.map(({ id }) => id),
    )
    if (!outcome || milestone.closedAt === null) continue
    kept.push({ title: milestone.title, said: outcome.assigned.count, done: outcome.completed.count })
  }
  return kept
}
