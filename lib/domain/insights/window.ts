import type { Milestone } from '../milestones.ts'

import { addDays, compareDays, type PlainDate } from '#lib/kit/plain-date.ts'

/** How many milestones are looked at; the one that runs is the last of them. */
export const USUAL_LAST = 6
export const MOST_LAST = 12

/** What lies further back is not looked at, however long milestones are. */
const MOST_DAYS = 800

/** How long a milestone is taken to be where a group has none with days. */
const USUAL_DAYS = 28

/** The days that are looked at, both included, and the milestones that began by now, the oldest first. */
export type Window<M> = { from: PlainDate; to: PlainDate; milestones: M[] }

export function windowOf<M extends Pick<Milestone, 'startOn'>>(
  all: readonly M[],
  today: PlainDate,
  last: number = USUAL_LAST,
): Window<M> {
  const begun = all
    .filter(({ startOn }) => startOn !== null && startOn <= today)
    .toSorted((a, b) => compareDays(a.startOn ?? '', b.startOn ?? ''))
    .slice(-last)
  const from = begun[0]?.startOn ?? addDays(today, 1 - last * USUAL_DAYS)
  const earliest = addDays(today, 1 - MOST_DAYS)
  return { from: from < earliest ? earliest : from, to: today, milestones: begun }
}
