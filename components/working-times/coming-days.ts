import { awayOn } from '#lib/domain/time-off.ts'
import type { TimeOffDays } from '#lib/domain/time-off.ts'
import { daysOf } from '#lib/domain/working-times.ts'
import type { PersonCalendar, PersonDay } from '#lib/domain/working-times.ts'
import { addDays, weekday } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

/** `away`: what time off takes of the work that the holiday leaves, in days; `counts` is false around the span. */
export type ComingDay = PersonDay & { away: number; counts: boolean }

/** The days of a person between two days in whole weeks from Monday on, and their sum within the two. */
export function comingDays(
  calendar: PersonCalendar,
  entries: readonly TimeOffDays[],
  { from, to }: { from: PlainDate; to: PlainDate },
) {
  const first = addDays(from, 1 - weekday(from))
  const last = addDays(to, 7 - weekday(to))
  const days = daysOf(calendar, first, last).map((day): ComingDay => {
    const taken = Math.max(0, ...entries.map((entry) => awayOn(entry, day.day)))
    return { ...day, away: (day.work - day.off) * taken, counts: from <= day.day && day.day <= to }
  })
  const within = days.filter(({ counts }) => counts)
  const total = (of: (day: ComingDay) => number) => within.reduce((sum, day) => sum + of(day), 0)
  const sum = {
    work: total(({ work }) => work),
    off: total(({ off }) => off),
    timeOff: total(({ away }) => away),
  }
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7))
  return { weeks, sum: { ...sum, left: sum.work - sum.off - sum.timeOff } }
}
