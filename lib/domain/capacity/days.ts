import type { PlainDate } from '#lib/kit/plain-date.ts'

import { DAY_TERMS, type DayTerm, type Membership, type PersonDay } from './terms.ts'

/** Days of a week by what becomes of them; `share` is the mean share of the person's time on what is left. */
export type DayCounts = Record<DayTerm, number> & { share: number }

const WEEK = 7

/** The first days of the weeks of a milestone: each has seven days and begins on the weekday of its start. */
export const weekStarts = (days: readonly PlainDate[]): PlainDate[] =>
  days.filter((_, place) => place % WEEK === 0)

/** A list in pieces of one week each. */
export function inWeeks<T>(days: readonly T[]): T[][] {
  const weeks: T[][] = []
  for (let at = 0; at < days.length; at += WEEK) weeks.push(days.slice(at, at + WEEK))
  return weeks
}

/**
 * Handbook › Capacity Planning. What a person has for a team in some days: of those on which they belong to it, the
 * working days, those lost to holidays, those of the rest lost to time off, and those of the rest that triage takes.
 *
 * @param triageShare of a day of duty, 0–1
 */
export function countDays(
  days: readonly PersonDay[],
  memberships: readonly Membership[],
  triageShare: number,
): DayCounts {
  const sum = { workingDays: 0, holidays: 0, timeOff: 0, triageDays: 0 }
  let [left, given, worked, shared] = [0, 0, 0, 0]
  for (const { day, work, off, away, duty } of days) {
    const share = shareOn(memberships, day)
    if (share === null) continue
    const timeOff = (work - off) * away
    const triage = duty ? (work - off - timeOff) * triageShare : 0
    sum.workingDays += work
    sum.holidays += off
    sum.timeOff += timeOff
    sum.triageDays += triage
    const rest = work - off - timeOff - triage
    left += rest
    given += rest * share
    worked += work
    shared += work * share
  }
  return { ...sum, share: mean(given, left) ?? mean(shared, worked) ?? firstShare(memberships) }
}

/** Null on a day on which the person is not in the team. */
function shareOn(memberships: readonly Membership[], day: PlainDate): number | null {
  const held = memberships.filter(({ from, to }) => from <= day && (to === null || day <= to))
  return held.length === 0 ? null : held.reduce((sum, { share }) => sum + share, 0)
}

const mean = (sum: number, of: number): number | null => (of === 0 ? null : sum / of)

const firstShare = ([first]: readonly Membership[]): number => first?.share ?? 0

/** Never more is lost than there is: what would be more is cut, in the order in which the terms are read. */
export function withinDays(counts: DayCounts): DayCounts {
  let left = counts.workingDays
  const cut = { ...counts }
  for (const term of DAY_TERMS.slice(1)) {
    cut[term] = Math.min(counts[term], left)
    left -= cut[term]
  }
  return cut
}
