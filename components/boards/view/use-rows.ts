'use client'

import type { Range, VirtualItem } from '@tanstack/react-virtual'
import { useCallback } from 'react'
import type { RefObject } from 'react'

import { useVirtual } from '#components/ui/virtual/use-virtual.ts'
import type { Virtual } from '#components/ui/virtual/types.ts'

import type { Row } from './arrange.ts'
import type { Density } from '#components/boards/filter/url-state.ts'

export const GAP = 6
/** Room above the first card for the ring of its focus. */
const RING = 3
/** Before they are measured, in pixels: what most cards turn out to be. */
const HEIGHTS = { comfortable: 98, compact: 66 }
const HEAD = 30
const FEWEST = 1
/** What the server assumes of the window, so that the first paint is full already. */
const FIRST_RECT = { width: 240, height: 640 }

export type Rows = Virtual
/** In pixels from the top of the rows, with what each of them measured. */
export type Place = { top: number; measured: VirtualItem[] }
const NOTHING: VirtualItem[] = []

/** Only the rows in view exist. They lie in the normal flow, so that a wrong estimate never makes cards overlap. */
export function useRows(
  rows: readonly Row[],
  scroller: RefObject<HTMLDivElement | null>,
  density: Density,
  /** How the lane was left, where one comes back to it. */
  place: Place | null = null,
): Rows {
  return useVirtual({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (rows[at]?.kind === 'card' ? HEIGHTS[density] : HEAD),
    // One and the same while the rows are: with another the virtualiser measures thousands of them anew.
    getItemKey: useCallback((at: number) => rows[at]?.key ?? at, [rows]),
    gap: GAP,
    paddingStart: RING,
    overscan: FEWEST,
    rangeExtractor: drawn,
    initialRect: FIRST_RECT,
    initialOffset: place?.top ?? 0,
    initialMeasurementsCache: place?.measured ?? NOTHING,
  })
}

/** A few rows more than those in view: the fewest while nobody has scrolled yet, since the first paint waits for them. */
function drawn({ startIndex, endIndex, count }: Range): number[] {
  const more = startIndex === 0 ? FEWEST : 3
  const first = Math.max(0, startIndex - more)
  return Array.from({ length: Math.min(count - 1, endIndex + more) - first + 1 }, (_, at) => first + at)
}

/** How many cards of the lane lie above a point, `y` pixels below the top of the rows; the moving card not counted. */
export function indexAt(rows: readonly Row[], measured: Rows, y: number, moving: number): number {
  const item = measured.getVirtualItemForOffset(y)
  const cards = rows.filter((row) => row.kind === 'card')
  const self = cards.findIndex(({ card }) => card.ref === moving)
  const pick = () => {
    if (!item || cards.length === 0) return 0
    const row = rows[item.index]
    if (row?.kind === 'card') return row.place + (y > item.start + item.size / 2 ? 1 : 0)
    const next = rows.slice(item.index).find((one) => one.kind === 'card')
    return next?.kind === 'card' ? next.place : cards.length
  }
  const index = pick()
  return self >= 0 && index > self ? index - 1 : index
}

/** Where a group lies among the cards of a lane, the moving one not counted. */
export function spanOf(
  rows: readonly Row[],
  section: string,
  moving: number,
): { first: number; count: number } {
  const others = rows.filter((row) => row.kind === 'card').filter(({ card }) => card.ref !== moving)
  const count = others.filter((row) => row.section === section).length
  return {
    first: Math.max(
      0,
      others.findIndex((row) => row.section === section),
    ),
    count,
  }
}

/** The nearest place in a group; null where the lane has none of it to count from. */
export function withinSection(
  rows: readonly Row[],
  index: number,
  section: string,
  moving: number,
): number | null {
  const { first, count } = spanOf(rows, section, moving)
  return count === 0 ? null : Math.min(Math.max(index, first), first + count)
}
