import { type Confidence, CONFIDENCES, confidenceWords } from '../confidence.ts'

/** What was said of an issue in the second week of a milestone, and whether it was completed in it. */
export type Said = { confidence: Confidence; shipped: boolean }

/** `share`, `low` and `high` from 0 to 1; null where nothing was said. */
export type Calibration = {
  confidence: Confidence
  said: number
  shipped: number
  share: number | null
  /** Between them the true share lies in nine of ten cases. */
  low: number | null
  high: number | null
}

/** How many it takes for a share to be said without a warning. */
export const ENOUGH_SAID = 10

/** From the most sure on. */
export const calibrationOf = (all: readonly Said[]): Calibration[] =>
  CONFIDENCES.toReversed().map((confidence) => {
    const some = all.filter((one) => one.confidence === confidence)
    const shipped = some.filter((one) => one.shipped).length
    const said = some.length
    if (said === 0) return { confidence, said, shipped, share: null, low: null, high: null }
    return { confidence, said, shipped, share: shipped / said, ...intervalOf(shipped, said) }
  })

/** Of the normal distribution, for 90 %. */
const Z = 1.644_853_626_951_472_2

/** The score interval of Wilson, which holds for few cases and for none and all of them. */
export function intervalOf(count: number, of: number): { low: number; high: number } {
  const share = count / of
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const middle = share + (Z * Z) / (2 * of)
  const scale = 1 + (Z * Z) / of
  return {
    low: count === 0 ? 0 : Math.max(0, (middle - spread) / scale),
    high: count === of ? 1 : Math.min(1, (middle + spread) / scale),
  }
}

/** What the chart finds; a plain title where there is too little to say. */
export function calibrationTitle(rows: readonly Calibration[]): string {
  const very = rows.find(({ confidence }) => confidence === 'very')
  if (!very || very.share === null || very.said < ENOUGH_SAID) return 'Confidence calibration'
  return `“${confidenceWords('very')}” came true ${Math.round(very.share * 100)} % of the time`
}
