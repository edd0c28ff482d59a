'use client'

import { Grid } from '#components/charts/grid.tsx'
import { HALO, spread } from '#components/charts/labels.ts'
import { Points } from '#components/charts/points.tsx'
import type { Point } from '#components/charts/points.tsx'
import { valueScale } from '#components/charts/scales.ts'
import type { ValueScale } from '#components/charts/scales.ts'
import type { Insights } from '#lib/contract/insights.ts'
import { daysText } from '#lib/domain/insights/titles.ts'
import { isolated } from '#lib/kit/visible.ts'
import { issueLink } from '#lib/kit/links.ts'

import { cycleLabel } from '../insights-text.ts'
import { spansOf, type TimeScale, timeScale } from '../time-scale.ts'
import { useOpenIssue } from '../use-open-issue.ts'
import { HEIGHTS } from '../heights.ts'

const BOX = { top: 18, bottom: 258, names: 276, height: HEIGHTS.cycle } as const
const SIDE = { from: 6, to: 88, figures: 4.8 } as const

type Props = { group: string; insights: Insights }
type Cycle = Insights['cycle']

/** Each issue that was closed as done, by its day and by what it took; above 85 % it is hollow. */
export function CycleChart({ group, insights }: Props) {
  const { cycle, from, to } = insights
  const time = timeScale({ from, to }, SIDE)
  const value = valueScale(Math.max(7, ...cycle.points.map(({ days }) => days)), BOX)
  const openIssue = useOpenIssue(group)
  const points = cycle.points.map((one, at): Point => ({
    id: String(one.ref),
    label: cycleLabel(one),
    column: at,
    row: 0,
    left: time.x(one.closedOn),
    top: value.y(one.days),
    mark: 14,
    width: 0,
    height: 0,
    href: issueLink(group, one.ref),
  }))
  return (
    <div className="relative">
      <svg
        role="img"
        aria-label={`${cycle.title}. ${cycle.count} issues, closed from ${from} to ${to}.`}
        width="100%"
        height={BOX.height}
        className="num block overflow-visible"
      >
        <Grid {...value} from={`${SIDE.from}%`} to={`${SIDE.to}%`} figures={`${SIDE.figures}%`} />
        <Milestones insights={insights} time={time} />
        {cycle.points.map((one) => (
          <Dot
            key={one.ref}
            cx={time.x(one.closedOn)}
            cy={value.y(one.days)}
            isOver={isOver(one.days, cycle)}
          />
        ))}
        <Limits cycle={cycle} value={value} />
      </svg>
      <Points label="Closed issues, by day" points={points} first={points[0]?.id ?? ''} onOpen={openIssue} />
    </div>
  )
}

const isOver = (days: number, { p85 }: Cycle) => p85 !== null && days > p85

const Dot = ({ cx, cy, isOver: isHollow }: { cx: number; cy: number; isOver: boolean }) => (
  <circle
    cx={`${cx}%`}
    cy={cy}
    r={3.2}
    strokeWidth={1.6}
    className={
      isHollow
        ? 'fill-surface stroke-accent print:stroke-black'
        : 'fill-accent/65 stroke-none print:fill-[#555]'
    }
  />
)

/** Their names stand below the days that they are. */
export const Milestones = ({ insights, time }: { insights: Insights; time: TimeScale }) => (
  <g className="text-xs" textAnchor="middle">
    {spansOf(insights).map(({ slug, title, left, middle, isNow, isWide }) => (
      <g key={slug}>
        <line
          x1={`${left}%`}
          x2={`${left}%`}
          y1={BOX.bottom}
          y2={BOX.bottom + 5}
          className="stroke-line-strong"
        />
        {isWide && (
          <text x={`${middle}%`} y={BOX.names} className={isNow ? 'fill-ink font-semibold' : 'fill-ink-3'}>
            {isolated(title)}
          </text>
        )}
      </g>
    ))}
    <line
      x1={`${time.start}%`}
      x2={`${time.end}%`}
      y1={BOX.bottom}
      y2={BOX.bottom}
      className="stroke-line-strong"
    />
  </g>
)

function Limits({ cycle: { p50, p85 }, value: { y } }: { cycle: Cycle; value: ValueScale }) {
  if (p50 === null || p85 === null) return null
  const lines = [
    { days: p85, share: '85 %', dash: '5 3' },
    { days: p50, share: '50 %', dash: undefined },
  ]
  const labels = spread(
    lines.map((one) => ({ ...one, y: y(one.days) })),
    30,
  )
  return (
    <g>
      {lines.map(({ days, share, dash }) => (
        <line
          key={share}
          x1={`${SIDE.from}%`}
          x2={`${SIDE.to}%`}
          y1={y(days)}
          y2={y(days)}
          strokeWidth={1.3}
          strokeDasharray={dash}
          className="stroke-ink-2 print:stroke-black"
        />
      ))}
      {labels.map(({ days, share, y: at }) => (
        <g key={share} className={`text-xs ${HALO}`}>
          <text x={`${SIDE.to + 1}%`} y={at + 2} className="fill-ink-2">
            {share}
          </text>
          <text x={`${SIDE.to + 1}%`} y={at + 16} className="fill-ink font-semibold">
            {daysText(days)}
          </text>
        </g>
      ))}
    </g>
  )
}
