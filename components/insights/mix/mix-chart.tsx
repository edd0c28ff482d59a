'use client'

import { queryWith } from '#components/charts/address.ts'
import { Points } from '#components/charts/points.tsx'
import type { Point } from '#components/charts/points.tsx'
import { openList } from '#components/charts/list-link.tsx'
import type { Insights } from '#lib/contract/insights.ts'
import { figureName } from '#lib/domain/insights/figures.ts'
import { type MixedType, type Side, SIDES } from '#lib/domain/insights/mix.ts'
import { MIXED } from '#lib/domain/plan/mix.ts'
import type { Mix } from '#lib/domain/plan/mix.ts'

import { mixLabel, mixText } from '../insights-text.ts'
import { FILLS } from './fills.ts'
import { BAR, barsHeight } from '../heights.ts'

/** In percent of the width; at the left stand the names of the bars. */
const SIDE = { from: 17, to: 99.5 } as const
/** A part has room for its percent. */
const ROOM = 9

type Bar = { side: Side | 'target'; mix: Mix | null; top: number }
type Part = { type: MixedType; percent: number; left: number; width: number }

type Props = { mix: Insights['mix']; search: string }

/** How the weight of work divides by type: as the group wants it, as it was planned, and as it was done. */
export function MixChart({ mix, search }: Props) {
  const bars = [
    ...(mix.target ? [{ side: 'target' as const, mix: mix.target }] : []),
    ...SIDES.map((side) => ({ side, mix: mix[side].mix })),
  ].map((bar, at): Bar => ({ ...bar, top: BAR.top + at * BAR.step }))
  const height = barsHeight(bars.length)
  const points = bars.flatMap(({ side, mix: own, top }, column): Point[] =>
    side === 'target'
      ? []
      : partsOf(own).map(({ type, left, width }, row) => {
          const id = figureName({ chart: 'mix', side, part: type, milestone: null })
          const label = mixLabel(side, type, mix[side])
          const href = queryWith(search, { list: id })
          return { id, label, column: row, row: column, left, width, top, height: BAR.height, href }
        }),
  )
  return (
    <div className="relative">
      <svg
        role="img"
        aria-label={`${mix.title}. ${bars.map((bar) => mixText(bar.side, bar.mix)).join('; ')}.`}
        width="100%"
        height={height}
        className="num block overflow-visible"
      >
        {bars.map((bar, at) => (
          <g key={bar.side}>
            <text
              x={`${SIDE.from - 2}%`}
              y={bar.top + BAR.height / 2 + 4}
              textAnchor="end"
              className="fill-ink-2 text-xs"
            >
              {bar.side}
            </text>
            <Shares bar={bar} />
            <Joints from={bars[at - 1]} to={bar} />
          </g>
        ))}
      </svg>
      <Points
        label="Parts of planned and done work"
        points={points}
        first={points[0]?.id ?? ''}
        onOpen={openList}
      />
    </div>
  )
}

function partsOf(mix: Mix | null): Part[] {
  let left: number = SIDE.from
  if (!mix) return []
  return MIXED.map((type) => {
    const width = (mix[type] / 100) * (SIDE.to - SIDE.from)
    left += width
    return { type, percent: mix[type], left: left - width, width }
  }).filter(({ percent }) => percent > 0)
}

function Shares({ bar: { side, mix, top } }: { bar: Bar }) {
  if (!mix) {
    return (
      <text x={`${SIDE.from}%`} y={top + BAR.height / 2 + 4} className="fill-ink-3 text-xs">
        nothing with a weight
      </text>
    )
  }
  return partsOf(mix).map(({ type, percent, left, width }) => (
    <g key={type}>
      <rect
        x={`${left}%`}
        width={`${width}%`}
        y={top}
        height={BAR.height}
        strokeWidth={1.5}
        strokeDasharray={side === 'target' ? '3 2' : undefined}
        className={`${side === 'target' ? LIGHT[type] : FILLS[type]} print:stroke-black`}
      />
      {width > ROOM && (
        <text
          x={`${left + width / 2}%`}
          y={top + BAR.height / 2 + 4}
          textAnchor="middle"
          className={`text-xs font-semibold ${side === 'target' ? 'fill-ink' : 'fill-black'}`}
        >
          {percent} %
        </text>
      )}
    </g>
  ))
}

/** Where a part of one bar begins in the next. */
function Joints({ from, to }: { from: Bar | undefined; to: Bar }) {
  if (!from?.mix || !to.mix) return null
  const [above, below] = [partsOf(from.mix), partsOf(to.mix)]
  return MIXED.slice(1).map((type) => {
    const [a, b] = [above.find((one) => one.type === type), below.find((one) => one.type === type)]
    if (!a || !b) return null
    return (
      <line
        key={type}
        x1={`${a.left}%`}
        x2={`${b.left}%`}
        y1={from.top + BAR.height + 2}
        y2={to.top - 2}
        className="stroke-line-strong"
      />
    )
  })
}

const LIGHT: Record<MixedType, string> = {
  bug: 'fill-bug/15 stroke-bug print:fill-[#aaa]',
  maintenance: 'fill-maintenance/15 stroke-maintenance print:fill-[#ddd]',
  feature: 'fill-feature/15 stroke-feature print:fill-white',
}
