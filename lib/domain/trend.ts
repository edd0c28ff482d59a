import { addDays } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

/** How many issues a finding had when a week began, which is known by its Monday. */
export type TrendPoint = { weekOn: PlainDate; issues: number }

/** How many weeks the triage report looks back. */
export const TREND_WEEKS = 12

/**
 * “12 issues, 3 fewer than last week”. `points` from the oldest on; it is compared with the count of last week, or with
 * the newest before this week where last week was not counted. Null where there is none.
 */
export function trendText(
  issues: number,
  points: readonly TrendPoint[],
  thisMonday: PlainDate,
): string | null {
  const before = points.findLast(({ weekOn }) => weekOn < thisMonday)
  if (!before) return null
  const now = issues === 1 ? '1 issue' : `${issues} issues`
  const since = before.weekOn === addDays(thisMonday, -7) ? 'last week' : `in the week of ${before.weekOn}`
  const difference = issues - before.issues
  if (difference === 0) return `${now}, as many as ${since}`
  return `${now}, ${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} than ${since}`
}
