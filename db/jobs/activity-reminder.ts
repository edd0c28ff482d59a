import { ACTIVITY_REMINDER_HOUR, LATEST_REMINDER_DAYS } from '#lib/domain/cadence/occurrences.ts'
import { isAwayOn } from '#lib/domain/updates/owed.ts'
import { addDays, isoWeek, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { type ActivityRow, activityRows } from '../queries/activity-rows.ts'
import { weekOfPeople } from '../queries/away-in-week.ts'
import { occurrencesIn } from '../queries/cadence.ts'
import { sourceOf } from '../queries/cadence-sources.ts'
import { todayOf } from '../queries/milestones.ts'
import { type Job, wallOf } from './job.ts'

type Missed = { row: ActivityRow; day: PlainDate }

const periodOf = ({ row, day }: Missed): string => `${row.id} ${day}`

/** Occurrences of the last days that were neither recorded nor skipped, of owners who are here today. */
async function unrecorded(ctx: Ctx): Promise<Missed[]> {
  const today = todayOf(ctx)
  const span = { from: addDays(today, -LATEST_REMINDER_DAYS), to: addDays(today, -1) }
  const rows = (await activityRows(ctx, span.from)).filter(
    ({ kind, share }) => sourceOf(kind) === null && share?.state !== 'offered',
  )
  const [all, weeks] = await Promise.all([occurrencesIn(ctx, rows, span), weekOfPeople(ctx, isoWeek(today))])
  const isHere = ({ owner }: ActivityRow) => {
    const week = owner && weeks.get(owner.id)
    return !week || !isAwayOn(week, today)
  }
  return rows
    .filter(isHere)
    .flatMap((row) =>
      (all.get(row.id)?.items ?? [])
        .filter(({ state }) => state === 'missed')
        .map(({ day }) => ({ row, day })),
    )
}

/**
 * Asks the owner of an activity, once and on the day after, whether it happened; where they are away, when they are back within
 * the week. Without an owner the engineering manager is asked.
 */
export const activityReminder: Job = {
  name: 'activity-reminder',
  cron: () => `0 ${ACTIVITY_REMINDER_HOUR} * * *`,
  owed: async (ctx) =>
    Number(wallOf(ctx).time.slice(0, 2)) < ACTIVITY_REMINDER_HOUR
      ? []
      : (await unrecorded(ctx)).map(periodOf),
  run: async (ctx, period) => {
    const found = (await unrecorded(ctx)).find((one) => periodOf(one) === period)
    if (!found) throw new Error('The activity was recorded before its reminder.')
    const { id, name, owner } = found.row
    await record(ctx, {
      type: 'activity.reminded',
      data: { id, name, day: found.day, owner: owner && { id: owner.id, name: owner.name } },
    })
  },
}
