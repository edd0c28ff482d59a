import type { Week } from '#lib/contract/week.ts'
import { may } from '#lib/domain/permissions.ts'
import { subjectSlug } from '#lib/domain/subjects.ts'
import { dueOn, isAwayAllWeek } from '#lib/domain/updates/owed.ts'
import { isoWeek } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { activeSubjects } from './active-subjects.ts'
import { weekOfPeople } from './away-in-week.ts'
import { todayOf } from './milestones.ts'
import { updateDay } from './updates.ts'

/** The updates that the reader owes for the week that runs; null where there are none, and while they are away all week. */
export async function updatesDue(ctx: Ctx): Promise<Week['updates']> {
  const me = ctx.actor.id
  if (me === null || !may(ctx.actor, 'update.post')) return null
  const week = isoWeek(todayOf(ctx))
  const [day, own, given] = await Promise.all([
    updateDay(ctx),
    activeSubjects(ctx, undefined, me),
    givenIn(ctx, week),
  ])
  const left = own.filter((one) => !given.has(subjectSlug(one))).length
  if (left === 0) return null
  const calendar = (await weekOfPeople(ctx, week)).get(me)
  if (calendar && isAwayAllWeek(calendar, week)) return null
  return { week, dueOn: dueOn(week, day), subjects: own.length, left }
}

async function givenIn(ctx: Ctx, week: string): Promise<ReadonlySet<string>> {
  const { rows } = await ctx.db.query<{ subject: string }>({
    name: 'updates-given',
    text: `select subject_kind || '-' || subject_number as subject from status_updates
      where group_id = $1 and week = $2`,
    values: [ctx.group.id, week],
  })
  return new Set(rows.map(({ subject }) => subject))
}
