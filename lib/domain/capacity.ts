import type { PlainDate } from '#lib/kit/plain-date.ts'

import { addDays, daysBetween, weekday } from '#lib/kit/plain-date.ts'

export type CapacityTerms = {
  /** First and last day, both inclusive. */
  startOn: PlainDate
  dueOn: PlainDate
  /** Shares of time, 0–1, of everybody who works in the group during the milestone. */
  shares: readonly number[]
  focus: number
  daysPerWeight: number
}

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
 * milestone, in weight, to half a point: working days × shares × focus ÷ days per weight.
 */
export function capacityOf({ startOn, dueOn, shares, focus, daysPerWeight }: CapacityTerms) {
  const days = workingDays(startOn, dueOn)
  const people = Math.round(shares.reduce((sum, share) => sum + share, 0) * 100) / 100
  const weight = Math.floor(((days * people * focus) / daysPerWeight) * 2) / 2
  return { weight, workingDays: days, people, focus, daysPerWeight }
}
