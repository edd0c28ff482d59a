import { cx } from '#components/ui/cx.ts'
import { figure } from '#lib/domain/capacity/text.ts'
import type { SeriesMilestone } from '#lib/contract/say-do.ts'
import type { Part } from '#lib/domain/say-do/parts.ts'

import { HATCH } from './chart-key.tsx'
import { BOX } from './layout.ts'
import type { Box } from './layout.ts'
import { shortTitle } from './say-do-text.ts'

type Props = {
  milestone: SeriesMilestone
  boxes: Record<Part, Box>
  middle: number
  /** How many columns there are. */
  columns: number
  /** The milestone that the page is about. */
  isShown: boolean
}

/** A milestone: outline assigned, fill completed, hatch added later, ghost reprioritised; above it the ratio, below it its name. */
export function Column({
  milestone: { milestone, runs, percent, done, said, parts },
  boxes,
  middle,
  columns,
  isShown,
}: Props) {
  const top = boxes.assigned.top
  const ghost = boxes.reprioritised
  const solid = {
    ...boxes.assigned,
    top: ghost.top + ghost.height,
    height: boxes.assigned.height - ghost.height,
  }
  return (
    <g textAnchor="middle" className="num">
      <Area box={boxes.completed} className={cx('print:fill-[#555]', isShown ? 'fill-accent' : FAINT)} />
      <Area box={boxes.addedLater} fill={`url(#${HATCH})`} />
      {said > 0 && (
        <Area
          box={solid}
          className={cx('fill-none', isShown ? 'stroke-ink' : runs ? 'stroke-ink-3' : 'stroke-ink-2')}
          strokeWidth={runs ? 1 : 1.5}
        />
      )}
      {parts.reprioritised.count > 0 && (
        <Area box={ghost} className="fill-none stroke-ink-3" strokeWidth={1.5} strokeDasharray="3 3" />
      )}
      <text x={`${middle}%`} y={top - 24} className="fill-ink text-sm font-semibold">
        {percent === null ? '–' : `${percent} %`}
      </text>
      <text x={`${middle}%`} y={top - 9} className="fill-ink-2 text-2xs">
        {said === 0 ? 'none' : `${figure(done)} of ${figure(said)}`}
      </text>
      <text
        x={`${middle}%`}
        y={BOX.names}
        className={cx('text-xs', isShown ? 'fill-ink font-semibold' : 'fill-ink-2')}
      >
        {shortTitle(milestone.title, columns)}
      </text>
      {runs && (
        <text x={`${middle}%`} y={BOX.names + 14} className="fill-ink-3 text-2xs">
          running
        </text>
      )}
    </g>
  )
}

/** The colour of the chart, calmer for what the page is not about; no glass, under which lines would show. */
const FAINT = 'fill-[color-mix(in_oklch,var(--color-accent)_76%,var(--color-surface))]'

type AreaProps = {
  box: Box
  className?: string
  fill?: string
  strokeWidth?: number
  strokeDasharray?: string
}

const Area = ({ box: { left, width, top, height }, ...look }: AreaProps) => (
  <rect {...look} x={`${left}%`} width={`${width}%`} y={top} height={height} rx={2} />
)
