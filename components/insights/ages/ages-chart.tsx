'use client'

import { Grid } from '#components/charts/grid.tsx'
import { HALO } from '#components/charts/labels.ts'
import { Points } from '#components/charts/points.tsx'
import type { Point } from '#components/charts/points.tsx'
import { queryWith } from '#components/charts/address.ts'
import type { BandScale, ValueScale } from '#components/charts/scales.ts'
import { openList } from '#components/charts/list-link.tsx'
import type { Insights } from '#lib/contract/insights.ts'
import { figureName } from '#lib/domain/insights/figures.ts'
import { columnTitle } from '#lib/domain/insights/titles.ts'
import { issueLink } from '#lib/kit/links.ts'

import { ageLabel, columnLabel } from '../insights-text.ts'
import { useOpenIssue } from '../use-open-issue.ts'
import { type AgeColumn, BOX, type Dot, layoutOf, SIDE } from './ages-layout.ts'

type Props = { group: string; ages: Insights['ages']; search: string }

/** Issues in work, column by column, over what half and 85 % of earlier ones took there. */
export function AgesChart({ group, ages: { title, columns }, search }: Props) {
  const { value, band, dots, beyond } = layoutOf(columns)
  const openIssue = useOpenIssue(group)
  const lists = new Set(columns.map(({ column }) => listOf(column)))
  const points = columns.flatMap((column, at): Point[] => [
    ...(dots[at] ?? []).map(({ item, left, y, row }) => ({
      id: String(item.ref),
      label: ageLabel(column, item),
      column: at,
      row,
      left,
      top: y,
      mark: 16,
      width: 0,
      height: 0,
      isOver: true,
      href: issueLink(group, item.ref),
    })),
    {
      id: listOf(column.column),
      label: columnLabel(column),
      column: at,
      row: column.items.length,
      left: band.left(at),
      width: band.width,
      top: BOX.bottom + 2,
      height: BOX.height - BOX.bottom - 2,
      href: queryWith(search, { list: listOf(column.column) }),
    },
  ])
  return (
    <div className="scroll-calm overflow-x-auto print:overflow-visible">
      <div className="relative" style={{ minWidth: columns.length * LEAST }}>
        <svg
          role="img"
          aria-label={`${title}. ${columns.map(columnLabel).join('; ')}.`}
          width="100%"
          height={BOX.height}
          className="num block overflow-visible"
        >
          <Grid {...value} from={`${SIDE.from}%`} to={`${SIDE.to}%`} figures={`${SIDE.figures}%`} />
          {beyond !== null && (
            <text x={`${SIDE.figures}%`} y={12} textAnchor="end" className="fill-ink-3 text-2xs">
              &gt; {beyond}
            </text>
          )}
          {columns.map((column, at) => (
            <Limits key={column.column} column={column} at={at} band={band} value={value} />
          ))}
          <LimitNames column={columns.findLast(({ p85 }) => p85 !== null)} value={value} />
          {dots.flat().map((dot) => (
            <Mark key={dot.item.ref} dot={dot} />
          ))}
        </svg>
        <Points
          label="Issues in work, by column"
          points={points}
          first={points[0]?.id ?? ''}
          onOpen={(id) => (lists.has(id) ? openList(id) : openIssue(id))}
        />
      </div>
    </div>
  )
}

/** In pixels: what a column needs for its name. */
const LEAST = 78

const listOf = (column: AgeColumn['column']) => figureName({ chart: 'ages', column, part: 'now' })

type LimitsProps = { column: AgeColumn; at: number; band: BandScale; value: ValueScale }

function Limits({ column: { column, p50, p85, earlier }, at, band, value: { y } }: LimitsProps) {
  const [left, right] = [`${band.left(at)}%`, `${band.left(at) + band.width}%`]
  return (
    <g>
      {p50 !== null && p85 !== null && (
        <>
          <rect
            x={left}
            width={`${band.width}%`}
            y={y(p85)}
            height={BOX.bottom - y(p85)}
            className="fill-ink/5 print:fill-[#f2f2f2]"
          />
          <rect
            x={left}
            width={`${band.width}%`}
            y={y(p50)}
            height={BOX.bottom - y(p50)}
            className="fill-ink/6 print:fill-[#e2e2e2]"
          />
          <line x1={left} x2={right} y1={y(p50)} y2={y(p50)} className="stroke-ink-2" />
          <line x1={left} x2={right} y1={y(p85)} y2={y(p85)} strokeDasharray="4 3" className="stroke-ink-2" />
        </>
      )}
      <text x={`${band.middle(at)}%`} y={BOX.names} textAnchor="middle" className="fill-ink text-xs">
        {columnTitle(column)}
      </text>
      {p85 === null && (
        <text
          x={`${band.middle(at)}%`}
          y={BOX.names + 14}
          textAnchor="middle"
          className="fill-ink-3 text-2xs"
        >
          {earlier === 0 ? 'none earlier' : 'small sample'}
        </text>
      )}
    </g>
  )
}

/** Beside the last column that has limits; the others have the same lines. */
function LimitNames({ column, value: { y } }: { column: AgeColumn | undefined; value: ValueScale }) {
  if (!column || column.p50 === null || column.p85 === null) return null
  const high = y(column.p85) + 4
  const low = Math.max(y(column.p50) + 4, high + 13)
  return (
    <g className={`fill-ink-2 text-2xs ${HALO}`}>
      <text x="99.6%" y={high} textAnchor="end">
        85 %
      </text>
      <text x="99.6%" y={low} textAnchor="end">
        50 %
      </text>
    </g>
  )
}

/** Old ones differ in shape as well, and have their number. */
function Mark({ dot: { item, left, y, label, labelLeft, isBeyond } }: { dot: Dot }) {
  if (!item.isOld) {
    return <circle cx={`${left}%`} cy={y} r={3.6} className="fill-accent print:fill-black" />
  }
  return (
    <g>
      <svg x={`${left}%`} y={y} className="overflow-visible">
        <path d="M0 -5.2 5.2 0 0 5.2 -5.2 0Z" className="fill-warn stroke-surface print:fill-black" />
      </svg>
      {label !== null && (
        <text x={`${labelLeft}%`} y={label + 4} className={`fill-ink text-xs font-semibold ${HALO}`}>
          #{item.ref}
          {isBeyond && (
            <tspan dx={4} className="fill-ink-2 font-normal">
              {item.days} days
            </tspan>
          )}
        </text>
      )}
    </g>
  )
}
