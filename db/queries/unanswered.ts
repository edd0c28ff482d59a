import type { PersonRef } from '#lib/domain/event-refs.ts'
import { LONGEST_DAYS, type WorkingLife } from '#lib/domain/pings.ts'
import { awayOn, type TimeOffDays } from '#lib/domain/time-off.ts'
import { daysOf, workIn } from '#lib/domain/working-times.ts'
import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from './milestones.ts'
import { readSettings } from './settings.ts'
import { calendarsOf } from './working-times.ts'

/** A mention on an open issue that waits for an answer. */
export type Unanswered = {
  id: number
  issue: number
  comment: number | null
  person: PersonRef
  at: Date
}

/** The mentions of the last weeks without an answer, the oldest first; or the one that is named. */
export async function unansweredMentions(ctx: Ctx, id: number | null = null): Promise<Unanswered[]> {
  const since = new Date(ctx.now.getTime() - LONGEST_DAYS * 86_400_000)
  const { rows } = await ctx.db.query<Unanswered>({
    name: 'unanswered-mentions',
    text: `select m.id, i.number as issue, m.comment_id as comment,
        jsonb_build_object('id', p.id, 'name', p.name) as person, m.created_at as at
      from mentions m join people p on p.id = m.person_id
        join issues i on i.group_id = m.group_id and i.number = m.issue_number and i.state = 'open'
      where m.group_id = $1 and m.acknowledged_at is null and m.created_at >= $2 and ($3::int is null or m.id = $3)
      order by m.created_at, m.id`,
    values: [ctx.group.id, since, id],
  })
  return rows
}

type Off = TimeOffDays & { person: string }

/** How these people work from the first mention until tomorrow: their week, holidays, time off and quiet hours. */
export async function workingLives(
  ctx: Ctx,
  people: readonly string[],
): Promise<(person: string) => Promise<WorkingLife>> {
  const today = todayOf(ctx)
  const [from, to] = [addDays(today, -LONGEST_DAYS - 1), addDays(today, 1)]
  const [{ members }, off] = await Promise.all([calendarsOf(ctx, from, to), timeOffOf(ctx, people, from, to)])
  return async (person) => {
    const calendar = members.find(({ id }) => id === person) ?? { times: [], holidays: [] }
    const work = workIn(daysOf(calendar, from, to))
    const away = off.filter((one) => one.person === person)
    const { quiet, zone } = await readSettings(ctx.db, person)
    return {
      zone: zone ?? ctx.group.zone,
      quiet,
      lastOn: to,
      works: (day) => work(day) - away.reduce((sum, entry) => sum + awayOn(entry, day), 0) > 0,
    }
  }
}

/** Days alone: why is not asked for. */
async function timeOffOf(
  ctx: Ctx,
  people: readonly string[],
  from: PlainDate,
  to: PlainDate,
): Promise<Off[]> {
  const { rows } = await ctx.db.query<Off>({
    name: 'time-off-of-people',
    text: `select person_id as person, from_on as "fromOn", to_on as "toOn", from_noon as "fromNoon", until_noon as "untilNoon"
      from time_off where group_id = $1 and person_id = any($2::text[]) and removed_at is null
        and to_on >= $3 and from_on <= $4`,
    values: [ctx.group.id, people, from, to],
  })
  return rows
}
