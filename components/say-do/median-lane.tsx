import type { SayDoSeries } from '#lib/contract/say-do.ts'
import { Grid } from '#components/charts/grid.tsx'
import { HALO } from '#components/charts/labels.ts'

import { BOX, SIDE } from './layout.ts'
import type { Layout } from './layout.ts'
import { medianTexts } from './say-do-text.ts'

type Props = { series: SayDoSeries; layout: Layout; shown: string }

/** The share of each milestone that is over as a dot, with the median of six and the middle half of them as they rolled on. */
export function MedianLane({ series, layout: { band, share }, shown }: Props) {
  const texts = medianTexts(series)
  const half = band.step / 2
  return (
    <g className="num">
      <Grid {...share} from={`${SIDE.from}%`} to="100%" figures={`${SIDE.figures}%`} />
      {series.milestones.map(({ milestone, median, spread }, at) => {
        const left = band.middle(at) - half
        return (
          <g key={milestone.slug}>
            {spread && (
              <rect
                x={`${left}%`}
                width={`${band.step}%`}
                y={share.y(spread.high * 100)}
                height={Math.max(1, share.y(spread.low * 100) - share.y(spread.high * 100))}
                className="fill-accent/14 print:fill-[#ddd]"
              />
            )}
            {median !== null && (
              <line
                x1={`${left}%`}
                x2={`${left + band.step}%`}
                y1={share.y(median * 100)}
                y2={share.y(median * 100)}
                strokeWidth={2}
                strokeDasharray="5 3"
                className="stroke-accent print:stroke-black"
              />
            )}
          </g>
        )
      })}
      {series.milestones.map(({ milestone, ratio, runs }, at) =>
        ratio === null || runs ? null : (
          <circle
            key={milestone.slug}
            cx={`${band.middle(at)}%`}
            cy={share.y(ratio * 100)}
            r={milestone.slug === shown ? 4.5 : 3.5}
            strokeWidth={1.6}
            className="fill-ink-2 stroke-surface"
          />
        ),
      )}
      <text x={`${SIDE.from}%`} y={BOX.head} className={`fill-ink-2 text-xs max-sm:hidden ${HALO}`}>
        Say/Do in %
      </text>
      <text x="100%" y={BOX.head} textAnchor="end" className={`fill-ink-2 text-xs ${HALO}`}>
        {[texts.median, texts.spread].filter((text) => text !== null).join(' · ')}
      </text>
    </g>
  )
}
