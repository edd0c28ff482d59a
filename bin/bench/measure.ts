import type { Summary } from './numbers.ts'

export type Unit = 'ms' | 'kB' | 'MB' | '/s' | ''

/** What a result has to reach: at most or at least so much, read at the median or at the p95. */
export type Target = { at: 'median' | 'p95'; most: number } | { at: 'median' | 'p95'; least: number }

/** One line of the report. `floor` is the least that the same work costs with nothing of ours in it. */
export type Measure = {
  name: string
  unit: Unit
  median: number
  /** Null where there is one number only. */
  p95: number | null
  target: Target | null
  floor: number | null
}

type Rest = { unit?: Unit; target?: Target | null; floor?: number | null }

/** Many samples, in milliseconds unless it is said. */
export const measured = (name: string, { median, p95 }: Summary, rest: Rest = {}): Measure => ({
  name,
  unit: 'ms',
  median,
  p95,
  target: null,
  floor: null,
  ...rest,
})

/** A single number: a size, a count, a rate. */
export const counted = (name: string, value: number, rest: Rest = {}): Measure => ({
  name,
  unit: '',
  median: value,
  p95: null,
  target: null,
  floor: null,
  ...rest,
})

/** Null where there is nothing to reach. */
export function reached({ target, median, p95 }: Measure): boolean | null {
  if (target === null) return null
  const value = target.at === 'p95' ? (p95 ?? median) : median
  return 'most' in target ? value <= target.most : value >= target.least
}

/** How many times the floor; null where there is none. */
export const ratio = ({ median, floor }: Measure): number | null =>
  floor === null || floor === 0 ? null : median / floor
