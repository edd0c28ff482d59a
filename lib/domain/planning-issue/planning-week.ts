import type { IsoWeek } from '#lib/kit/iso-week.ts'
import { isoWeek } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

type Box = { startOn: PlainDate; dueOn: PlainDate }

/**
 * The week whose updates a planning issue shows: the one that runs, and of a milestone that is over the one in which it ended.
 * One that was frozen keeps the week of that day, whose updates are live until it is over. Null before the milestone begins.
 */
export function planningWeek(
  { startOn, dueOn }: Box,
  today: PlainDate,
  frozenOn: PlainDate | null = null,
): IsoWeek | null {
  const day = frozenOn ?? today
  if (day < startOn) return null
  return isoWeek(day > dueOn ? dueOn : day)
}
