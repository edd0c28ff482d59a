import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { DayOfWork } from '../capacity/by-day.ts'

/** What was closed on a working day of a past milestone; where among all of its days that one lies, 0–1. */
export type PastDay = { place: number; count: number; weight: number }

/** A milestone that is over: its working days, the days of work that people had in all of them, and how many days it had. */
export type PastMilestone = { title: string; people: number; length: number; days: readonly PastDay[] }

/** Fewer say nothing about a group. */
export const FEWEST_PAST = 3
/** The latest of them: what a group did a year ago was another group. */
export const MOST_PAST = 6

/** “Too little history, 2 of 3 milestones”. */
export const tooLittle = (known: number): string =>
  `Too little history, ${known} of ${FEWEST_PAST} milestones`

/** The same days, each with where among all of them it lies, 0–1. */
export const placed = (days: readonly DayOfWork[]): (DayOfWork & { place: number })[] =>
  days.map((one, at) => ({ ...one, place: at / days.length }))

/**
 * The throughput of a milestone by working day. What was closed on a day without work counts for the next one with work,
 * or for the last one where none follows; null where the group did not work at all.
 */
export function throughputOf(
  title: string,
  days: readonly DayOfWork[],
  closed: readonly { day: PlainDate; weight: number }[],
): PastMilestone | null {
  const working = placed(days).filter(({ people }) => people > 0)
  const sums = working.map(({ place }) => ({ place, count: 0, weight: 0 }))
  for (const { day, weight } of closed) {
    const at = working.findIndex((one) => one.day >= day)
    const sum = sums.at(at)
    if (!sum) return null
    sum.count += 1
    sum.weight += weight
  }
  if (sums.length === 0) return null
  const people = working.reduce((sum, one) => sum + one.people, 0)
  return { title, people, length: days.length, days: sums }
}
