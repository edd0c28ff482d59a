import { type DayCount, daysIn } from './day-count.ts'
import { type Percentiles, percentilesOf } from './percentiles.ts'
import type { Worked } from './work.ts'
import { WORK_COLUMNS, type WorkColumn } from './work.ts'

/** How long an issue has been in a column, all its stays there together; blocked is a column of its own. */
export type Age = { ref: number; title: string; days: number; blockedDays: number; isOld: boolean }

/** What earlier issues took in the column, and what is in it now, the oldest first. */
export type AgeColumn = Percentiles & {
  column: WorkColumn
  sample: { ref: number; days: number }[]
  items: Age[]
}

/**
 * Issues in work against the group's own earlier ones: those closed as done since `since`, column by column. Time in which
 * an issue was blocked counts in no other column. Older than 85 % of earlier ones is above their 85th percentile.
 */
export function agesOf(all: readonly Worked[], since: number, count: DayCount): AgeColumn[] {
  const done = all.filter(({ doneAt }) => doneAt !== null && doneAt >= since)
  const columns = WORK_COLUMNS.map((column) => {
    const sample = done
      .filter(({ stays }) => stays.some(({ stage }) => stage === column))
      .map(({ ref, stays }) => ({ ref, days: daysIn(column, stays, count) }))
    const limits = percentilesOf(sample.map(({ days }) => days))
    const items = all
      .filter(({ stays }) => stays.at(-1)?.stage === column)
      .map(({ ref, title, stays }) => {
        const days = daysIn(column, stays, count)
        const isOld = limits.p85 !== null && days > limits.p85
        return { ref, title, days, blockedDays: daysIn('blocked', stays, count), isOld }
      })
      .toSorted((a, b) => b.days - a.days || a.ref - b.ref)
    return { column, ...limits, sample, items }
  })
  return columns.filter(
    ({ column, sample, items }) => ALWAYS.has(column) || sample.length > 0 || items.length > 0,
  )
}

/** The columns of the Build Board, with or without anything in them. */
const ALWAYS: ReadonlySet<WorkColumn> = new Set<WorkColumn>([
  'ready-for-development',
  'in-dev',
  'in-review',
  'awaiting-security-release',
  'blocked',
])
