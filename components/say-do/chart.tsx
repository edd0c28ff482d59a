'use client'

import { useLayoutEffect, useRef } from 'react'

import { queryWith } from '#components/charts/address.ts'
import { Grid } from '#components/charts/grid.tsx'
import { Hatch } from '#components/charts/hatch.tsx'
import { Points } from '#components/charts/points.tsx'
import type { Point } from '#components/charts/points.tsx'
import { useChartKeys } from '#components/charts/use-chart-keys.ts'
import type { SayDoSeries } from '#lib/contract/say-do.ts'

import { HATCH } from './chart-key.tsx'
import { Column } from './column.tsx'
import { BOX, boxesOf, layoutOf, ROWS, SIDE, targetOf } from './layout.ts'
import { MedianLane } from './median-lane.tsx'
import { listName } from './part-list.ts'
import { partLabel, seriesSummary } from './say-do-text.ts'

type Props = {
  series: SayDoSeries
  /** The milestone that the page is about. */
  shown: string
  search: string
  onOpen: (list: string) => void
}

/** What was said and done by milestone; each part opens its issues. */
export function Chart({ series, shown, search, onOpen }: Props) {
  const { milestones, by } = series
  useChartKeys()
  const layout = layoutOf(milestones, by)
  const columns = milestones.map((milestone, at) => ({
    milestone,
    at,
    boxes: boxesOf(milestone, at, by, layout),
  }))
  const points = columns.flatMap(({ milestone, at, boxes }): Point[] =>
    ROWS.flatMap((part, row) => {
      const target = targetOf(part, milestone, boxes, layout, at)
      const id = listName({ part, of: milestone.milestone.slug })
      return target
        ? [
            {
              ...target,
              id,
              column: at,
              row,
              label: partLabel(milestone, part),
              isOver: part === 'addedLater' || part === 'reprioritised',
              href: queryWith(search, { list: id }),
            },
          ]
        : []
    }),
  )
  return (
    <div ref={useScrolledToEnd()} className="scroll-calm overflow-x-auto print:overflow-visible">
      <div className="max-sm:pl-4" style={{ minWidth: milestones.length * 44 }}>
        <div className="relative">
          <svg
            role="img"
            aria-label={seriesSummary(series)}
            width="100%"
            height={BOX.height}
            className="block overflow-visible"
          >
            <defs>
              <Hatch id={HATCH} className="fill-ink-2" />
            </defs>
            <Grid {...layout.value} from={`${SIDE.from}%`} to="100%" figures={`${SIDE.figures}%`} />
            {columns.map(({ milestone, at, boxes }) => (
              <Column
                key={milestone.milestone.slug}
                milestone={milestone}
                boxes={boxes}
                middle={layout.band.middle(at)}
                columns={milestones.length}
                isShown={milestone.milestone.slug === shown}
              />
            ))}
            <MedianLane series={series} layout={layout} shown={shown} />
          </svg>
          <Points
            label="Parts of each milestone"
            points={points}
            first={listName({ part: 'assigned', of: shown })}
            onOpen={onOpen}
          />
        </div>
      </div>
    </div>
  )
}

/** Where there is no room for all, the latest milestones are in sight. */
function useScrolledToEnd() {
  const scroller = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const frame = scroller.current
    if (frame) frame.scrollLeft = frame.scrollWidth
  }, [])
  return scroller
}
