/** Over how many milestones the median and the spread roll. */
export const WINDOW = 6
/** Fewer ratios than this have no spread: quarters of two are no finding. */
export const LEAST_FOR_SPREAD = 3

export type Spread = { low: number; high: number }
type Ratios = readonly (number | null)[]

/** The middle one of what has a ratio, or what lies between the two middle ones; null of none. */
export const medianOf = (ratios: Ratios): number | null => quantile(known(ratios), 0.5)

/** Between which the middle half lies: the lower and the upper quartile; null of fewer than three. */
export function spreadOf(ratios: Ratios): Spread | null {
  const sorted = known(ratios)
  const [low, high] = [quantile(sorted, 0.25), quantile(sorted, 0.75)]
  return sorted.length < LEAST_FOR_SPREAD || low === null || high === null ? null : { low, high }
}

/** At each place the median and the spread of it and of the five before it, and of how many they are. */
export const rolling = (ratios: Ratios): { median: number | null; spread: Spread | null; of: number }[] =>
  ratios.map((_, at) => {
    const window = ratios.slice(Math.max(0, at - WINDOW + 1), at + 1)
    return { median: medianOf(window), spread: spreadOf(window), of: known(window).length }
  })

const known = (ratios: Ratios): number[] => ratios.filter((ratio) => ratio !== null).toSorted((a, b) => a - b)

/** Linear between the two that it falls between. */
function quantile(sorted: readonly number[], share: number): number | null {
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (below === undefined || above === undefined) return null
  return below + (above - below) * (place - Math.floor(place))
}
