import { scaleBand, scaleLinear } from 'd3-scale'

/** From a value to its height in the drawing, in pixels from the top; few round values have a line. */
export type ValueScale = { y: (value: number) => number; ticks: readonly number[] }

type Room = { top: number; bottom: number }

/** From zero up, so that a small difference looks small; the largest value keeps room for its label above it. */
export function valueScale(most: number, { top, bottom }: Room): ValueScale {
  const scale = scaleLinear([0, Math.max(1, most)], [bottom, top])
  return { y: (value) => round(scale(value)), ticks: scale.ticks(4).filter(Number.isInteger) }
}

/** Shares from none to all, of which only a part may be drawn: `from` and `to` in whole percent. */
export function shareScale({ from, to }: { from: number; to: number }, { top, bottom }: Room): ValueScale {
  const scale = scaleLinear([from, to], [bottom, top]).clamp(true)
  return { y: (value) => round(scale(value)), ticks: scale.ticks(3) }
}

/** Columns side by side. Their places are percent of the width: the drawing fills whatever room there is. */
export type BandScale = {
  left: (at: number) => number
  middle: (at: number) => number
  width: number
  step: number
}

export function bandScale(
  count: number,
  { from, to, gap }: { from: number; to: number; gap: number },
): BandScale {
  const places = Array.from({ length: count }, (_, at) => at)
  const scale = scaleBand(places, [from, to])
    .paddingInner(gap)
    .paddingOuter(gap / 2)
  const left = (at: number) => scale(at) ?? from
  const width = scale.bandwidth()
  return {
    left: (at) => round(left(at)),
    middle: (at) => round(left(at) + width / 2),
    width: round(width),
    step: round(scale.step()),
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
