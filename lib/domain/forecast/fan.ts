/** The share of runs that a likely range holds, and that a sure number is reached in. */
export const SURE = 0.85

/** What is closed by the end of a day: the middle of all runs, and the range that holds 85 % of them. */
export type FanDay = { likely: number; low: number; high: number }

export type Fan = {
  /** Closed now. */
  done: number
  /** Closed and open together: what all of it is. */
  of: number
  /** That all is closed on the last day, 0–1. */
  chance: number
  /** At least so many are closed in 85 % of the runs. */
  sure: number
  /** By the end of each day that is left. */
  days: FanDay[]
} & FanDay

/**
 * What the trials say, day by day.
 *
 * @param reached how often each number was closed by then, as `runTrials` counts it
 */
export function fanOf(reached: readonly Uint32Array[], { done, open }: { done: number; open: number }): Fan {
  const none = { likely: done, low: done, high: done }
  const days = reached.map((counts) => ({
    likely: done + quantile(counts, 0.5),
    low: done + quantile(counts, (1 - SURE) / 2),
    high: done + quantile(counts, (1 + SURE) / 2),
  }))
  const last = reached.at(-1)
  return {
    ...(days.at(-1) ?? none),
    done,
    of: done + open,
    chance: last ? chanceOf(last, open) : open === 0 ? 1 : 0,
    sure: done + (last ? quantile(last, 1 - SURE) : 0),
    days,
  }
}

/** How many of the runs reached at least so many, 0–1. */
export function chanceOf(counts: Uint32Array, least: number): number {
  const all = counts.reduce((sum, one) => sum + one, 0)
  if (all === 0) return 0
  return counts.subarray(least).reduce((sum, one) => sum + one, 0) / all
}

/** The smallest number that more than this share of the runs do not exceed. */
function quantile(counts: Uint32Array, share: number): number {
  const all = counts.reduce((sum, one) => sum + one, 0)
  let sum = 0
  for (const [value, one] of counts.entries()) {
    sum += one
    if (sum > all * share) return value
  }
  return 0
}
