import type { PlainDate } from '#lib/kit/plain-date.ts'

import { addDays, daysBetween, weekday } from '#lib/kit/plain-date.ts'

export type CapacityTerms = {
  /** First and last day, both inclusive. */
  startOn: PlainDate
  dueOn: PlainDate
  /** What everybody gives to a team of the group in days that touch the milestone: a share of their time, 0–1. */
  shares: readonly Share[]
  focus: number
  daysPerWeight: number
}

/** Both days included; `to` null while it lasts. */
export type Share = { share: number; from: PlainDate; to: PlainDate | null }

/** Monday to Friday, both ends included. */
export function workingDays(startOn: PlainDate, dueOn: PlainDate): number {
  const days = daysBetween(startOn, dueOn) + 1
  if (days <= 0) return 0
  let count = Math.floor(days / 7) * 5
  for (let rest = 0; rest < days % 7; rest += 1) if (weekday(addDays(startOn, rest)) <= 5) count += 1
  return count
}

/**
 * Handbook › Issue Weights: "A weight of 1 is approximately 2 working days of effort." What the group can close in a
 * milestone, in weight, to half a point: working days × shares × focus ÷ days per weight. A share counts for the days on
 * which it holds, so that nobody counts twice who changes team on the way; `people` is their mean over the milestone.
 */
export function capacityOf({ startOn, dueOn, shares, focus, daysPerWeight }: CapacityTerms) {
  const days = workingDays(startOn, dueOn)
  const given = shares.reduce((sum, one) => sum + daysWithin(one, startOn, dueOn) * one.share, 0)
  const people = days === 0 ? 0 : Math.round((given / days) * 100) / 100
  // Shares are decimals: what is a hair below a half point because of them is that half point.
  const weight = Math.floor(((given * focus) / daysPerWeight) * 2 + 1e-9) / 2
  return { weight, workingDays: days, people, focus, daysPerWeight }
}

/** Working days of a milestone on which a share of somebody's time holds. */
export function daysWithin({ from, to }: Share, startOn: PlainDate, dueOn: PlainDate): number {
  return workingDays(from > startOn ? from : startOn, to !== null && to < dueOn ? to : dueOn)
}
