import { type DayCount, daysIn, daysOf } from './day-count.ts'
import type { Stage, Stay } from './stays.ts'
import type { Worked } from './work.ts'

/** An issue that was closed as done: how long it took from in dev on, and how much of that it was blocked. */
export type Cycle = { ref: number; title: string; doneAt: number; days: number; blockedDays: number }

/** Where work on an issue has begun; states may be skipped. */
const BEGUN: ReadonlySet<Stage> = new Set<Stage>([
  'in-dev',
  'in-review',
  'verification',
  'awaiting-security-release',
  'complete',
])

/**
 * From the first day in dev, or in a later state where in dev was skipped, until it was closed as done. Time in which it was
 * closed in between is left out, time in which it was blocked is part of it. Null where work on it was never seen to begin.
 */
export function cycleOf({ ref, title, stays, doneAt }: Worked, count: DayCount): Cycle | null {
  if (doneAt === null) return null
  const first = stays.findIndex(({ stage }) => BEGUN.has(stage))
  if (first === -1) return null
  const worked = stays.slice(first).filter(({ stage }) => stage !== 'closed')
  return { ref, title, doneAt, days: sumOf(worked, count), blockedDays: daysIn('blocked', worked, count) }
}

const sumOf = (stays: readonly Stay[], count: DayCount) =>
  stays.reduce((sum, stay) => sum + daysOf(stay, count), 0)
