import { isOverdue, REMINDER_HOUR } from '#lib/domain/overdue.ts'
import { record } from '../events/record.ts'
import { type MilestoneRow, milestonesOf } from '../queries/milestones.ts'
import { type Job, wallOf } from './job.ts'

/** A milestone whose days are moved, and which ends again, is another reason to remind. */
const periodOf = ({ id, dueOn }: MilestoneRow): string => `${id} ${dueOn ?? ''}`

/** Reminds the engineering manager once, in the inbox, of a milestone that has ended and is not closed. */
export const milestoneReminder: Job = {
  name: 'milestone-reminder',
  cron: () => `0 ${REMINDER_HOUR} * * *`,
  owed: async (ctx) => (await milestonesOf(ctx)).filter((one) => isOverdue(one, wallOf(ctx))).map(periodOf),
  run: async (ctx, period) => {
    const found = (await milestonesOf(ctx)).find((one) => periodOf(one) === period)
    if (!found?.dueOn || !isOverdue(found, wallOf(ctx))) {
      throw new Error('The milestone was closed or moved before its reminder.')
    }
    const { id, title, dueOn } = found
    await record(ctx, { type: 'milestone.overdue', data: { id: Number(id), title, dueOn } })
  },
}
