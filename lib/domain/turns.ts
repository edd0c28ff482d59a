import { addDays, weekday } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

/** When something comes round each week on the group's wall clock: `day` 1 = Monday … 7 = Sunday, `hour` 0–23. */
export type WeeklyTurn = { day: number; hour: number }

/** The group's wall clock: its day, and the time of day as 'HH:MM'. */
export type Wall = { today: PlainDate; time: string }

export const mondayOf = (day: PlainDate): PlainDate => addDays(day, 1 - weekday(day))

/** The five fields of cron for it, on the clock of the group. */
export const cronOf = ({ day, hour }: WeeklyTurn): string => `0 ${hour} * * ${day % 7}`

/**
 * The Monday of this week where the turn of this week has come by now, otherwise null. A week that has passed by is over:
 * it is not made up for.
 */
export function weekOwed({ day, hour }: WeeklyTurn, { today, time }: Wall): PlainDate | null {
  const monday = mondayOf(today)
  const turn = addDays(monday, day - 1)
  const hasCome = today > turn || (today === turn && Number(time.slice(0, 2)) >= hour)
  return hasCome ? monday : null
}
