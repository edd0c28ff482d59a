import { eachDay, type PlainDate } from '#lib/kit/plain-date.ts'
import { publicHolidays } from '../calendar/holidays.ts'
import type { Ctx } from '../context.ts'
import { daysOffOf, placeOf } from './working-times.ts'

/** Whole days between two, both included, on which the group as such is off: public holidays where it is, and its own. */
export async function groupDaysOff(
  ctx: Ctx,
  from: PlainDate,
  to: PlainDate,
): Promise<{ day: PlainDate; name: string }[]> {
  const [own, place] = await Promise.all([daysOffOf(ctx), placeOf(ctx)])
  const there = await publicHolidays(place, from, to)
  return eachDay(from, to).flatMap((day) => {
    const holiday = there.get(day)
    const name = own.find((one) => one.day === day)?.name ?? (holiday && !holiday.half ? holiday.name : null)
    return name === null ? [] : { day, name }
  })
}
