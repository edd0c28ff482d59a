/** With fewer, a chart shows its points and says “small sample”. */
export const ENOUGH = 10

/**
 * The nearest rank: the smallest of the values that at least so many percent of them do not exceed. It is one of the values,
 * never between two. Null of none.
 *
 * @param sorted from the smallest to the largest
 */
export const nearestRank = (sorted: readonly number[], percent: number): number | null =>
  sorted[Math.max(1, Math.ceil((percent * sorted.length) / 100)) - 1] ?? null

/** By which earlier work is measured; both null where there is too little of it. */
export type Percentiles = { p50: number | null; p85: number | null }

export function percentilesOf(values: readonly number[]): Percentiles {
  if (values.length < ENOUGH) return { p50: null, p85: null }
  const sorted = values.toSorted((a, b) => a - b)
  return { p50: nearestRank(sorted, 50), p85: nearestRank(sorted, 85) }
}
