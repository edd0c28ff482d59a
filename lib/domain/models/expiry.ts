import { addDays, daysBetween } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { Wall } from '../turns.ts'

/** On the day after its last day, from this hour of the group on. */
export const EXPIRY_HOUR = 8
/** What expired longer ago was known long before. */
const LATEST_DAYS = 28

/** Whether people are told by now that an answer has expired, on the wall clock of the group. */
export function hasExpired(expiresOn: PlainDate, { today, time }: Wall): boolean {
  if (expiresOn >= today || daysBetween(expiresOn, today) > LATEST_DAYS) return false
  return today > addDays(expiresOn, 1) || Number(time.slice(0, 2)) >= EXPIRY_HOUR
}
