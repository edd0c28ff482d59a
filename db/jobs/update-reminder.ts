import {
  dueOn,
  isAwayAllWeek,
  isAwayOn,
  type Reminder,
  reminderDue,
  UPDATE_REMINDER_HOUR,
} from '#lib/domain/updates/owed.ts'
import { subjectSlug } from '#lib/domain/subjects.ts'
import { settle } from '../commands/inbox-settled.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { activeSubjects } from '../queries/active-subjects.ts'
import { weekOfPeople } from '../queries/away-in-week.ts'
import { todayOf } from '../queries/milestones.ts'
import { updateDay, updatesIn } from '../queries/updates.ts'
import { type Job, type Turns, wallOf } from './job.ts'

/** The person is named last, so that a DRI who comes to owe an update later on the day is reminded then. */
const periodOf = ({ week, again }: Reminder, person: string): string => `${week} ${again ? 2 : 1} ${person}`

type Owing = { id: string; name: string }

/**
 * Reminds each DRI who owes an update, in the inbox: on the day on which it is due, and once more on the day after. Not while
 * they are away. What they were reminded of before is done with it: one reminder waits at most.
 */
export const updateReminder: Job = {
  name: 'update-reminder',
  cron: ({ updateDay }) => `0 ${UPDATE_REMINDER_HOUR} * * ${updateDay % 7},${(updateDay + 1) % 7}`,
  owed: async (ctx, turns) => {
    const due = dueNow(ctx, turns)
    return due === null ? [] : (await owingNow(ctx, due)).map(({ id }) => periodOf(due, id))
  },
  run: async (ctx, period) => {
    const [week = '', phase] = period.split(' ')
    const again = phase === '2'
    const person = (await owingNow(ctx, { week, again })).find(
      ({ id }) => periodOf({ week, again }, id) === period,
    )
    if (!person) throw new Error('The update was posted before its reminder.')
    await settle(ctx, 'update.asked', { person: person.id, key: person.id })
    const day = await updateDay(ctx)
    await record(ctx, { type: 'update.asked', data: { person, week, dueOn: dueOn(week, day), again } })
  },
}

const dueNow = (ctx: Ctx, { updateDay }: Pick<Turns, 'updateDay'>): Reminder | null =>
  reminderDue(updateDay, wallOf(ctx))

async function owingNow(ctx: Ctx, { week }: Reminder): Promise<Owing[]> {
  const [active, given, weeks] = await Promise.all([
    activeSubjects(ctx),
    updatesIn(ctx, week),
    weekOfPeople(ctx, week),
  ])
  const posted = new Set(given.map(({ subject }) => subject))
  const today = todayOf(ctx)
  const owing = active.filter((one) => !posted.has(subjectSlug(one)))
  const people = new Map(owing.map(({ dri: { id, name } }) => [id, { id, name }]))
  return [...people.values()].filter(({ id }) => {
    const calendar = weeks.get(id)
    return calendar !== undefined && !isAwayOn(calendar, today) && !isAwayAllWeek(calendar, week)
  })
}
