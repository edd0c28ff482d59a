/** What is said of many samples of one thing. */
export type Summary = { median: number; p95: number; worst: number; samples: number }

/** Throws when there is nothing to summarise. */
export function summaryOf(samples: readonly number[]): Summary {
  const sorted = samples.toSorted((a, b) => a - b)
  const worst = sorted.at(-1)
  if (worst === undefined) throw new Error('There are no samples to summarise.')
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95), worst, samples: sorted.length }
}

/** By the nearest rank: always a number that was really measured, and never a kinder one. */
function at(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
}
