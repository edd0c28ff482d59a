import type { PlainDate } from '#lib/kit/plain-date.ts'

type Sums = { count: number; weight: number }
type Scope = { promise: Sums; days: readonly { day: PlainDate; scope: Sums }[] }
export type Jump = { day: PlainDate; by: number }

/** A change of the scope that is worth a word. */
const LEAST = 2

/** The day on which the scope changed most since the start, the first of several; null where none changed it by two. */
export function largestJump({ promise, days }: Scope, measure: keyof Sums): Jump | null {
  let largest: Jump | null = null
  let before = promise[measure]
  for (const { day, scope } of days) {
    const by = scope[measure] - before
    before = scope[measure]
    if (Math.abs(by) >= LEAST && Math.abs(by) > Math.abs(largest?.by ?? 0)) largest = { day, by }
  }
  return largest
}
