import { area, stack } from 'd3-shape'

import { spread } from '#components/charts/labels.ts'
import { valueScale } from '#components/charts/scales.ts'
import type { Insights } from '#lib/contract/insights.ts'
import { type Band, isInHand } from '#lib/domain/insights/flow.ts'

import { timeScale } from '../time-scale.ts'
import type { FlowView } from './flows.ts'
import { HEIGHTS } from '../heights.ts'

export const BOX = { top: 14, bottom: 218, names: 236, height: HEIGHTS.flow } as const
/** The right has room for the names of the bands. */
export const SIDE = { from: 9, to: 72, figures: 7.4 } as const
/** What is pressed is at least so high. */
const LEAST = 8
/** About so many days can be looked at, evenly spread, the last one among them. */
const STOPS = 12

const shows = (view: FlowView, band: Band) =>
  view === 'all' || isInHand(band) || band === 'ready-for-development'

export type FlowBand = {
  band: Band
  path: string
  last: number
  name: { y: number } | null
  top: number[]
  bottom: number[]
}

export function layoutOf(
  { flow: { bands, days }, from, to }: Pick<Insights, 'flow' | 'from' | 'to'>,
  view: FlowView,
) {
  const places = bands.flatMap((band, at) =>
    shows(view, band) && days.some(({ counts }) => (counts[at] ?? 0) > 0) ? [{ band, at }] : [],
  )
  const rows = days.map(({ counts }) => places.map(({ at }) => counts[at] ?? 0))
  const most = Math.max(1, ...rows.map((row) => row.reduce((sum, one) => sum + one, 0)))
  const value = valueScale(most, BOX)
  const time = timeScale({ from, to }, { from: 0, to: 100 })
  const layers = stack<number[], number>()
    .keys(places.map((_, at) => at))
    .value((row, at) => row[at] ?? 0)(rows)
  const shape = area<[number, number]>()
    .x((_, at) => time.x(days[at]?.day ?? from))
    .y0(([low]) => value.y(low))
    .y1(([, high]) => value.y(high))
  const drawn = places.map(({ band }, at): FlowBand => {
    const layer = (layers[at] ?? []).map(([low, high]): [number, number] => [low, high])
    return {
      band,
      path: shape(layer) ?? '',
      last: rows.at(-1)?.[at] ?? 0,
      name: null,
      top: layer.map(([, high]) => value.y(high)),
      bottom: layer.map(([low]) => value.y(low)),
    }
  })
  return { value, bands: named(drawn), stops: stopsOf(days.length), x: timeScale({ from, to }, SIDE).x }
}

/** Each band that holds anything today has its name beside it. */
function named(bands: readonly FlowBand[]): FlowBand[] {
  const held = bands.filter(({ last }) => last > 0)
  const middles = held.map((one) => ({
    band: one.band,
    y: ((one.top.at(-1) ?? 0) + (one.bottom.at(-1) ?? 0)) / 2 + 4,
  }))
  const down = spread(middles, 14)
  // what was moved below the drawing is moved back up
  const over = Math.max(0, (down.at(-1)?.y ?? 0) - BOX.bottom)
  const names = new Map(down.map(({ band, y }) => [band, { y: y - over }]))
  return bands.map((one) => ({ ...one, name: names.get(one.band) ?? null }))
}

function stopsOf(count: number): number[] {
  const step = Math.max(1, Math.round(count / STOPS))
  const last = count - 1
  const stops: number[] = []
  for (let at = last; at >= 0; at -= step) stops.unshift(at)
  return stops
}

/** What is pressed of a band on a day. */
export function targetOf({ top, bottom }: FlowBand, at: number): { top: number; height: number } {
  const [high, low] = [top[at] ?? 0, bottom[at] ?? 0]
  const height = low - high
  return height >= LEAST ? { top: high, height } : { top: (high + low - LEAST) / 2, height: LEAST }
}
