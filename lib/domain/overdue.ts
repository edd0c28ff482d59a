import { addDays, daysBetween } from '#lib/kit/plain-date.ts'

import type { Milestone } from './milestones.ts'
import type { Wall } from './turns.ts'

/** On the day after its last day, from this hour of the group on. */
export const REMINDER_HOUR = 8
/** What ended longer ago was left open on purpose, or long before the group came here. */
const LATEST_DAYS = 28

type Ended = Pick<Milestone, 'kind' | 'dueOn' | 'closedAt'>

/**
 * Handbook › Say / Do Ratio: "Issues closed by the end of the milestone are the Completed Issues." Whether an engineering
 * manager is reminded to close it: it has ended, and is not closed.
 */
export function isOverdue({ kind, dueOn, closedAt }: Ended, { today, time }: Wall): boolean {
  if (kind === 'shelf' || dueOn === null || closedAt !== null || dueOn >= today) return false
  if (daysBetween(dueOn, today) > LATEST_DAYS) return false
  return today > addDays(dueOn, 1) || Number(time.slice(0, 2)) >= REMINDER_HOUR
}
