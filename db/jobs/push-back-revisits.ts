import { REMINDER_HOUR } from '#lib/domain/overdue.ts'
import { comesBack } from '#lib/domain/push-backs.ts'
import { aboutWork } from '../commands/push-backs/write.ts'
import { record } from '../events/record.ts'
import { pushBacksDue, type PushBackStanding } from '../queries/push-backs.ts'
import { type Job, wallOf } from './job.ts'

/** A push-back that is put off once more, and comes round again, is another reason to look. */
const periodOf = ({ id, revisitOn }: PushBackStanding): string => `${id} ${revisitOn ?? ''}`

/** Brings a push-back back into the inboxes on its day: to the person who raised it, and to those who decide. */
export const pushBackRevisits: Job = {
  name: 'push-back-revisits',
  cron: () => `0 ${REMINDER_HOUR} * * *`,
  owed: async (ctx) =>
    (await pushBacksDue(ctx)).filter((one) => comesBack(one.revisitOn, wallOf(ctx))).map(periodOf),
  run: async (ctx, period) => {
    const due = (await pushBacksDue(ctx)).find((one) => periodOf(one) === period)
    if (!due?.revisitOn) throw new Error('The push-back was decided before its day.')
    const { issue, subject } = aboutWork(due.subject)
    const { id: pushBack, reason, by, revisitOn } = due
    await record(ctx, {
      type: 'push_back.revisit_due',
      data: { subject, pushBack, reason, by, revisitOn },
      ...(issue === undefined ? {} : { issue }),
    })
  },
}
