import { daysOfHalves, halvesOf, overlaps, type TimeOffDays } from '../time-off.ts'

/** What is left of some days without those of others, first to last; nothing where they are all taken. */
export function daysWithout(days: TimeOffDays, others: readonly TimeOffDays[]): TimeOffDays[] {
  let left = [halvesOf(days)]
  for (const { from, to } of others.map(halvesOf)) {
    left = left.flatMap((one) => [
      { from: one.from, to: Math.min(one.to, from) },
      { from: Math.max(one.from, to), to: one.to },
    ])
    left = left.filter((one) => one.from < one.to)
  }
  return left.map(daysOfHalves)
}

/** Entries of one person without some days: what they do not touch stays as it is, the others are shorter, two or gone. */
export const entriesWithout = <E extends TimeOffDays>(entries: readonly E[], days: TimeOffDays): E[] =>
  entries.flatMap((one) =>
    overlaps(one, days) ? daysWithout(one, [days]).map((left) => ({ ...one, ...left })) : [one],
  )
