import type { Week } from '#lib/contract/week.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'
import { keptCapacityFor } from './boards.ts'
import { driftIn } from './drift.ts'
import { UNWEIGHTED } from './finding-sql.ts'
import { countFindings } from './issue-report.ts'
import { WEIGHT } from './issue-sql.ts'
import { keptByIssue } from './kept.ts'
import { type MilestoneRow, timeboxes } from './milestones.ts'

type Lead = NonNullable<Week['lead']>

/**
 * What the person who leads looks after: work that drifts, what the rules find in open issues, how much is said.
 *
 * @param newest the group's last event, for what may be kept of an earlier reading; null where nothing may
 */
export async function leadOf(ctx: Ctx, newest: number | null): Promise<Lead> {
  const { current, next } = await timeboxes(ctx)
  const [drift, counts, milestone] = await Promise.all([
    driftIn(
      ctx,
      [current, next].flatMap((box) => (box ? Number(box.id) : [])),
    ),
    countFindings(ctx, newest),
    current && commitmentsIn(ctx, current, newest),
  ])
  return {
    drift: drift.map(({ ref, title, because }) => ({ ref, title, because })),
    ...counts,
    milestone,
  }
}

type CommittedWork = { ref: number; weight: number; done: boolean; unweighted: boolean }

/** The Deliverables of a milestone by what the sums are made of; labels of its issues are read, not each Deliverable ever. */
const keptCommitted = keptByIssue<CommittedWork, number>(
  ['issues', 'labels', 'milestones', 'groups'],
  async (ctx, milestone, refs) => {
    const { rows } = await ctx.db.query<CommittedWork>({
      name: 'committed-work',
      text: `with boxed as materialized (select number from issues
          where group_id = $1 and kind = 'issue' and milestone_id = $2 and ($3 or not confidential)
            and ($4::int[] is null or number = any($4)))
        select i.number as ref, ${WEIGHT}::int as weight, coalesce(i.close_reason = 'done', false) as done,
          ${UNWEIGHTED} as unweighted
        from issues i where i.group_id = $1 and i.milestone_id = $2 and (i.number in (
          select x.issue_number from issue_labels x
          where x.group_id = $1 and x.issue_number = any(array(select number from boxed))
            and x.label_id = (select id from labels where group_id = $1 and meaning = 'deliverable'))) is true`,
      values: [ctx.group.id, milestone, may(ctx.actor, 'see.confidential'), refs],
    })
    return rows
  },
)

/** The sums of its Deliverables, as `tallyOf` of the law adds them up. */
async function commitmentsIn(
  ctx: Ctx,
  milestone: MilestoneRow,
  newest: number | null,
): Promise<NonNullable<Lead['milestone']>> {
  const [work, capacity] = await Promise.all([
    keptCommitted(ctx, newest, Number(milestone.id)),
    keptCapacityFor(ctx, newest, milestone),
  ])
  const weigh = (some: readonly CommittedWork[]) => some.reduce((sum, { weight }) => sum + weight, 0)
  return {
    slug: milestone.slug,
    title: milestone.title,
    committed: weigh(work),
    done: weigh(work.filter(({ done }) => done)),
    unweighted: work.filter(({ unweighted }) => unweighted).length,
    capacity,
  }
}
