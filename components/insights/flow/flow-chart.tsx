'use client'

import { queryWith } from '#components/charts/address.ts'
import { Grid } from '#components/charts/grid.tsx'
import { Hatch } from '#components/charts/hatch.tsx'
import { HALO } from '#components/charts/labels.ts'
import { Points } from '#components/charts/points.tsx'
import type { Point } from '#components/charts/points.tsx'
import { openList } from '#components/charts/list-link.tsx'
import { dayMonth } from '#components/ui/days/days.ts'
import type { Insights } from '#lib/contract/insights.ts'
import { figureName } from '#lib/domain/insights/figures.ts'
import type { Band } from '#lib/domain/insights/flow.ts'
import { bandTitle } from '#lib/domain/insights/titles.ts'

import { flowLabel } from '../insights-text.ts'
import { BOX, type FlowBand, layoutOf, SIDE, targetOf } from './flow-layout.ts'
import type { FlowView } from './flows.ts'

type Props = { insights: Insights; view: FlowView; search: string }

const BLOCKED = 'insights-blocked'

/** How many issues were where, day by day: closed at the bottom, what is to come on top. */
export function FlowChart({ insights, view, search }: Props) {
  const { flow, from, to } = insights
  const layout = layoutOf(insights, view)
  const { value, bands, stops, x } = layout
  const step = (SIDE.to - SIDE.from) / Math.max(1, stops.length - 1)
  const points = stops.flatMap((at, column): Point[] =>
    bands.flatMap((one, place) => {
      const { day = from, counts = [] } = flow.days[at] ?? {}
      const count = counts[flow.bands.indexOf(one.band)] ?? 0
      if (count === 0) return []
      const id = figureName({ chart: 'flow', band: one.band, day })
      const left = Math.max(SIDE.from, x(day) - step / 2)
      return [
        {
          id,
          column,
          row: bands.length - place,
          label: flowLabel(day, one.band, count),
          left,
          width: Math.min(SIDE.to, x(day) + step / 2) - left,
          ...targetOf(one, at),
          href: queryWith(search, { list: id }),
        },
      ]
    }),
  )
  const now = bands.toReversed().map(({ band, last }) => `${bandTitle(band)} ${last}`)
  return (
    <div className="relative">
      <svg
        role="img"
        aria-label={`${flow.title}. Today: ${now.join(', ')}.`}
        width="100%"
        height={BOX.height}
        className="num block overflow-visible"
      >
        <defs>
          <Hatch id={BLOCKED} className="fill-warn print:fill-black" />
        </defs>
        <Grid {...value} from={`${SIDE.from}%`} to={`${SIDE.to}%`} figures={`${SIDE.figures}%`} />
        <svg
          x={`${SIDE.from}%`}
          y={0}
          width={`${SIDE.to - SIDE.from}%`}
          height={BOX.height}
          viewBox={`0 0 100 ${BOX.height}`}
          preserveAspectRatio="none"
        >
          {bands.map((one) => (
            <Area key={one.band} band={one} />
          ))}
        </svg>
        {bands.map((one) => (
          <Name key={one.band} band={one} />
        ))}
        <text x={`${SIDE.from}%`} y={BOX.names} className="fill-ink-3 text-xs">
          {dayMonth(from)}
        </text>
        <text x={`${SIDE.to}%`} y={BOX.names} textAnchor="end" className="fill-ink-3 text-xs">
          {dayMonth(to)}
        </text>
      </svg>
      <Points
        label="Issues by day and column"
        points={points}
        first={points.at(-1)?.id ?? ''}
        onOpen={openList}
      />
    </div>
  )
}

/** Neighbours differ in lightness, and each is outlined; blocked is hatched. */
const Area = ({ band: { band, path } }: { band: FlowBand }) => (
  <g strokeWidth={1} className="stroke-surface [&>path]:[vector-effect:non-scaling-stroke]">
    <path d={path} className={FILLS[band]} />
    {band === 'blocked' && <path d={path} fill={`url(#${BLOCKED})`} />}
  </g>
)

const FILLS: Record<Band, string> = {
  closed: 'fill-good/45 print:fill-[#777]',
  blocked: 'fill-warn-soft print:fill-white',
  complete: 'fill-accent/25 print:fill-[#ddd]',
  'awaiting-security-release': 'fill-accent/40 print:fill-[#ccc]',
  verification: 'fill-accent/30 print:fill-[#ddd]',
  'in-review': 'fill-accent/55 print:fill-[#bbb]',
  'in-dev': 'fill-accent/85 print:fill-[#999]',
  'ready-for-development': 'fill-ink/25 print:fill-[#ddd]',
  waiting: 'fill-ink/10 print:fill-[#f4f4f4]',
}

const Name = ({ band: { band, last, name } }: { band: FlowBand }) =>
  name && (
    <text x={`${SIDE.to + 1.6}%`} y={name.y} className={`text-xs ${HALO}`}>
      <tspan className="fill-ink font-semibold">{last}</tspan>
      <tspan dx={5} className="fill-ink-2">
        {bandTitle(band)}
      </tspan>
    </text>
  )
