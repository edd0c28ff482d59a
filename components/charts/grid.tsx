import type { ValueScale } from './scales.ts'

type Props = ValueScale & {
  /** Where the lines begin and end, as the drawing measures its width. */
  from: number | string
  to: number | string
  /** Where the figures end. */
  figures: number | string
  unit?: string
}

/** A line at each round value, with its figure at the left. */
export const Grid = ({ y, ticks, from, to, figures, unit = '' }: Props) => (
  <g className="text-xs">
    {ticks.map((value) => (
      <g key={value}>
        <line
          x1={from}
          x2={to}
          y1={y(value)}
          y2={y(value)}
          className="stroke-line"
          shapeRendering="crispEdges"
        />
        <text x={figures} y={y(value) + 4} textAnchor="end" className="fill-ink-3">
          {value}
          {unit}
        </text>
      </g>
    ))}
  </g>
)
