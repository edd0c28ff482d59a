import { type WeekOfPerson } from '#lib/domain/updates/owed.ts'
import type { TimeOffDays } from '#lib/domain/time-off.ts'
import { daysOf, workIn } from '#lib/domain/working-times.ts'
import { daysOfIsoWeek, type IsoWeek } from '#lib/kit/iso-week.ts'
import type { Ctx } from '../context.ts'
import { calendarsOf } from './working-times.ts'

/** The week of each member of the group by their id: their working days and when they are away. Why is not asked for. */
export async function weekOfPeople(ctx: Ctx, week: IsoWeek): Promise<ReadonlyMap<string, WeekOfPerson>> {
  const days = daysOfIsoWeek(week)
  const [from = '', to = ''] = [days[0], days.at(-1)]
  const [{ members }, { rows }] = await Promise.all([
    calendarsOf(ctx, from, to),
    ctx.db.query<TimeOffDays & { person: string }>({
      name: 'time-off-in-week',
      text: `select person_id as person, from_on as "fromOn", to_on as "toOn", from_noon as "fromNoon", until_noon as "untilNoon"
        from time_off where group_id = $1 and removed_at is null and to_on >= $2 and from_on <= $3`,
      values: [ctx.group.id, from, to],
    }),
  ])
  const away = Map.groupBy(rows, ({ person }) => person)
  return new Map(
    members.map(({ id, times, holidays }) => [
      id,
      { workOn: workIn(daysOf({ times, holidays }, from, to)), timeOff: away.get(id) ?? [] },
    ]),
  )
}
