import type { PlainDate } from '#lib/kit/plain-date.ts'
import { endOfDay, startOfDay } from '#lib/kit/zone.ts'
import type { Condition } from './assigned.ts'

type Timebox = { id: string; startOn: PlainDate; dueOn: PlainDate }

/**
 * The days of a milestone as instants of the group's zone.
 *
 * @param closedAt when it was closed: what happened until then counts, that millisecond included
 */
export function conditionOf(
  { id, startOn, dueOn }: Timebox,
  { zone, closedAt }: { zone: string; closedAt: Date | null },
): Condition {
  const end = endOfDay(zone, dueOn)
  const to = closedAt !== null && closedAt < end ? new Date(closedAt.getTime() + 1) : end
  return { milestone: id, from: startOfDay(zone, startOn), to }
}

/** Whether the due day is over in the group's zone. */
export const hasEnded = (dueOn: PlainDate, zone: string, now: Date): boolean => now >= endOfDay(zone, dueOn)
