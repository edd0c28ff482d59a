'use client'

import { useRouter } from 'next/navigation'

import { HALO } from '#components/charts/labels.ts'
import { Points } from '#components/charts/points.tsx'
import type { Point } from '#components/charts/points.tsx'
import { dayMonth } from '#components/ui/days/days.ts'
import type { Insights } from '#lib/contract/insights.ts'

import { findingLabel } from '../insights-text.ts'
import { weekLink } from './week-link.ts'
import { ROW, rowsHeight } from '../heights.ts'

/** In percent of the width: names at the left, the newest count at the right. */
const SIDE = { from: 45, to: 91 } as const

type Props = { group: string; findings: Insights['findings'] }
type Row = Insights['findings']['rows'][number]

/** How many issues each finding had, week by week, all on one scale from zero up. */
export function FindingsChart({ group, findings: { title, weeks, rows } }: Props) {
  const router = useRouter()
  const most = Math.max(1, ...rows.flatMap(({ issues }) => issues.map((one) => one ?? 0)))
  const x = (at: number) => SIDE.from + (at / Math.max(1, weeks.length - 1)) * (SIDE.to - SIDE.from)
  const y = (row: number, count: number) => ROW.top + row * ROW.height + ROW.rise * (1 - count / most)
  const height = rowsHeight(rows.length)
  const points = rows.flatMap((one, row): Point[] =>
    one.issues.flatMap((count, at) => {
      const week = weeks[at]
      if (count === null || !week) return []
      return [
        {
          id: `${one.name}@${week.weekOn}`,
          label: findingLabel(week.weekOn, one.title, count),
          column: at,
          row,
          left: x(at),
          top: y(row, count),
          mark: 14,
          width: 0,
          height: 0,
          href: weekLink(group, one.name, week.countedAt),
        },
      ]
    }),
  )
  const hrefs = new Map(points.map(({ id, href }) => [id, href]))
  return (
    <div className="relative">
      <svg
        role="img"
        aria-label={`${title}. ${rows.map(({ title: what, issues }) => `${what} ${issues.at(-1) ?? 0}`).join(', ')}.`}
        width="100%"
        height={height}
        className="num block overflow-visible"
      >
        {rows.map((one, row) => (
          <Line
            key={one.name}
            one={one}
            base={y(row, 0)}
            y={(count) => y(row, count)}
            x={x}
            height={height}
          />
        ))}
        <text x={`${SIDE.from}%`} y={height - 4} className="fill-ink-3 text-2xs">
          {dayMonth(weeks[0]?.weekOn ?? '')}
        </text>
        <text x={`${SIDE.to}%`} y={height - 4} textAnchor="end" className="fill-ink-3 text-2xs">
          {dayMonth(weeks.at(-1)?.weekOn ?? '')}
        </text>
      </svg>
      <Points
        label="Findings by week"
        points={points}
        first={points.at(-1)?.id ?? ''}
        onOpen={(id) => router.push(hrefs.get(id) ?? '')}
      />
    </div>
  )
}

type LineProps = {
  one: Row
  base: number
  height: number
  x: (at: number) => number
  y: (count: number) => number
}

function Line({ one: { title, issues }, base, height, x, y }: LineProps) {
  const known = issues.flatMap((count, at) => (count === null ? [] : [{ at, count }]))
  const last = known.at(-1)
  const path = known.map(({ at, count }, place) => `${place === 0 ? 'M' : 'L'}${x(at)} ${y(count)}`).join('')
  return (
    <g>
      <text x={`${SIDE.from - 3}%`} y={base} textAnchor="end" className="fill-ink-2 text-xs">
        {title.length > MOST ? `${title.slice(0, MOST - 1)}…` : title}
      </text>
      <line x1={`${SIDE.from}%`} x2={`${SIDE.to}%`} y1={base} y2={base} className="stroke-line" />
      <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
        <path
          d={path}
          strokeWidth={1.6}
          strokeLinejoin="round"
          className="fill-none stroke-accent [vector-effect:non-scaling-stroke] print:stroke-black"
        />
      </svg>
      {last && (
        <>
          <circle cx={`${x(last.at)}%`} cy={y(last.count)} r={3} className="fill-accent print:fill-black" />
          <text x="99%" y={base} textAnchor="end" className={`fill-ink text-xs font-semibold ${HALO}`}>
            {last.count}
          </text>
        </>
      )}
    </g>
  )
}

/** Letters for which there is room; the table has the whole name. */
const MOST = 22
