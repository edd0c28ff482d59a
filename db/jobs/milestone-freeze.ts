import { hasEnded } from '#lib/domain/closing/span.ts'
import { freezeMilestone } from '../commands/closing/freeze.ts'
import type { Ctx } from '../context.ts'
import { type MilestoneRow, milestonesOf } from '../queries/milestones.ts'
import type { Job } from './job.ts'

/** A milestone that was closed early and reopened may end on another day. */
const periodOf = ({ id, dueOn }: MilestoneRow): string => `${id} ${dueOn ?? ''}`

const isOwed = ({ group, now }: Ctx, { dueOn, frozenAt }: MilestoneRow): boolean =>
  dueOn !== null && frozenAt === null && hasEnded(dueOn, group.zone, now)

/** Freezes the outcome of a milestone once its due day is over, as it was then, however late the look is. */
export const milestoneFreeze: Job = {
  name: 'milestone-freeze',
  cron: () => '0 0 * * *',
  owed: async (ctx) => (await milestonesOf(ctx)).filter((one) => isOwed(ctx, one)).map(periodOf),
  run: async (ctx, period) => {
    const found = (await milestonesOf(ctx)).find((one) => periodOf(one) === period)
    if (!found || !isOwed(ctx, found)) throw new Error('The milestone was frozen or moved before its turn.')
    await freezeMilestone(ctx, found)
  },
}
