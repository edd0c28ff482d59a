import { REMINDER_HOUR } from '#lib/domain/overdue.ts'
import { isActionDue } from '#lib/domain/retrospectives/actions.ts'
import { isAwayOn } from '#lib/domain/updates/owed.ts'
import { isoWeek } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { weekOfPeople } from '../queries/away-in-week.ts'
import { todayOf } from '../queries/milestones.ts'
import { type ActionRow, openActions } from '../queries/retrospective-actions.ts'
import { type Job, wallOf } from './job.ts'

/** Another day or another owner is another reason to remind. */
const periodOf = ({ id, dueOn, owner }: ActionRow): string => `${id} ${dueOn} ${owner.id}`

/** Actions whose day has come, of owners who are not away today: these are reminded on the day on which they are back. */
async function due(ctx: Ctx): Promise<ActionRow[]> {
  const come = (await openActions(ctx)).filter((one) => isActionDue(one, wallOf(ctx)))
  if (come.length === 0) return []
  const today = todayOf(ctx)
  const weeks = await weekOfPeople(ctx, isoWeek(today))
  return come.filter(({ owner }) => {
    const calendar = weeks.get(owner.id)
    return calendar !== undefined && !isAwayOn(calendar, today)
  })
}

/** Brings an action of a retrospective into the inbox of its owner on its day, once. */
export const retrospectiveActionsDue: Job = {
  name: 'retrospective-actions',
  cron: () => `0 ${REMINDER_HOUR} * * *`,
  owed: async (ctx) => (await due(ctx)).map(periodOf),
  run: async (ctx, period) => {
    const found = (await due(ctx)).find((one) => periodOf(one) === period)
    if (!found) throw new Error('The action was finished or changed before its reminder.')
    const { id: action, month: id, text, owner, dueOn } = found
    await record(ctx, {
      type: 'retrospective.action_due',
      data: { id, action, text, owner: { id: owner.id, name: owner.name }, dueOn },
    })
  },
}
