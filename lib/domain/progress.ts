import type { State } from './workflow.ts'

/** Where a Deliverable is: a workflow state, none, or closed as done. */
export type ProgressState = State | 'none' | 'done'

/**
 * How much of the weight counts as done in the middle of a milestone: closed, in verification or awaiting security release
 * all of it, in review 80 %, in dev 40 %, otherwise nothing.
 */
const SHARES: Partial<Record<ProgressState, number>> = {
  done: 100,
  verification: 100,
  'awaiting-security-release': 100,
  'in-review': 80,
  'in-dev': 40,
}

/** In percent of its weight. */
export const shareOf = (state: ProgressState): number => SHARES[state] ?? 0

export type ProgressPart = { share: number; weight: number; counts: number }
export type Progress = { percent: number; weight: number; counts: number; parts: ProgressPart[] }

/**
 * Mid-milestone progress by weight: what counts of all the weight, in percent to a hundredth, with the terms of its sum,
 * the largest share first. Null where nothing has a weight. What was closed without being done belongs to no part.
 */
export function progressOf(states: readonly { state: ProgressState; weight: number }[]): Progress | null {
  const byShare = new Map<number, number>()
  for (const { state, weight } of states) {
    if (weight > 0) byShare.set(shareOf(state), (byShare.get(shareOf(state)) ?? 0) + weight)
  }
  const parts = [...byShare]
    .toSorted(([a], [b]) => b - a)
    .map(([share, weight]) => ({ share, weight, counts: hundredths((weight * share) / 100) }))
  const weight = parts.reduce((sum, one) => sum + one.weight, 0)
  if (weight === 0) return null
  const counts = hundredths(parts.reduce((sum, one) => sum + one.counts, 0))
  return { percent: hundredths((counts / weight) * 100), weight, counts, parts }
}

const hundredths = (value: number): number => Math.round(value * 100) / 100
