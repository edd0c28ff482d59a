import { bandScale, valueScale } from '#components/charts/scales.ts'
import { spread } from '#components/charts/labels.ts'
import type { Insights } from '#lib/contract/insights.ts'
import { HEIGHTS } from '../heights.ts'

export type AgeColumn = Insights['ages']['columns'][number]
type Item = AgeColumn['items'][number]

/** The drawing from top to bottom, in pixels. */
export const BOX = { top: 26, bottom: 258, names: 276, height: HEIGHTS.ages } as const
/** In percent of the width; the right has room for the names of the two limits. */
export const SIDE = { from: 6, to: 91, figures: 4.8 } as const

/** The oldest of each column have their number beside them. */
const MOST_NAMED = 4
/** So many stand side by side before they stand over one another. */
const ABREAST = 7

/** Beside what has a limit, an age of several times as much would press everything else flat. */
const TIMES = 2.5
/** Where those stand that are older than what is drawn, each with its days. */
const OVER = 8

export type Dot = {
  item: Item
  left: number
  y: number
  row: number
  /** Where its number stands; null for what has none. */
  label: number | null
  /** Where the numbers of its column begin, in percent of the width. */
  labelLeft: number
  /** Older than what is drawn. */
  isBeyond: boolean
}

export function layoutOf(columns: readonly AgeColumn[]) {
  const ages = columns.flatMap(({ items }) => items.map(({ days }) => days))
  const limits = columns.flatMap(({ p85 }) => p85 ?? [])
  const most = Math.max(7, ...ages, ...limits)
  const top = limits.length === 0 ? most : Math.min(most, Math.max(7, Math.ceil(Math.max(...limits) * TIMES)))
  const value = valueScale(top, BOX)
  const band = bandScale(columns.length, { from: SIDE.from, to: SIDE.to, gap: 0.16 })
  const dots = columns.map((column, at) =>
    dotsOf(column.items, { left: band.left(at), width: band.width, top, y: value.y }),
  )
  return { value, band, dots, beyond: most > top ? top : null }
}

type Room = { left: number; width: number; top: number; y: (days: number) => number }

/** From the oldest down; those of one age stand beside each other, so that none hides another. */
function dotsOf(items: readonly Item[], { left, width, top, y }: Room): Dot[] {
  const taken = new Map<number, number>()
  const dots = items.map((item, row): Dot => {
    const isBeyond = item.days > top
    const at = isBeyond ? OVER : y(item.days)
    const place = taken.get(at) ?? 0
    taken.set(at, place + 1)
    const side = (isBeyond ? place : place + row) % ABREAST
    return {
      item,
      row,
      y: at,
      isBeyond,
      label: null,
      labelLeft: left + width * 0.74,
      left: left + width * (0.1 + 0.56 * (side / (ABREAST - 1))),
    }
  })
  const named = spread(dots.filter(({ item }) => item.isOld).slice(0, MOST_NAMED), 13)
  // what would stand on the names of the columns is moved up
  const low = Math.max(0, (named.at(-1)?.y ?? 0) - (BOX.bottom - 6))
  const labels = new Map(named.map(({ item, y: at }) => [item.ref, at - low]))
  return dots.map((dot) => ({ ...dot, label: labels.get(dot.item.ref) ?? null }))
}
