import type { ReactNode } from 'react'

import { Grid } from '#components/charts/grid.tsx'
import { Hatch } from '#components/charts/hatch.tsx'
import { HATCH } from '#components/say-do/chart-key.tsx'
import { Column } from '#components/say-do/column.tsx'
import { BOX, boxesOf, layoutOf, SIDE } from '#components/say-do/layout.ts'
import { MedianLane } from '#components/say-do/median-lane.tsx'
import { partName, seriesSummary } from '#components/say-do/say-do-text.ts'
import type { SayDoSeries } from '#lib/contract/say-do.ts'
import { figure } from '#lib/domain/capacity/text.ts'
import { percentOf } from '#lib/domain/say-do/definitions.ts'
import { PARTS } from '#lib/domain/say-do/parts.ts'

type Props = { series: SayDoSeries; shown: string }

/** The chart, of which nothing is pressed. */
export function SeriesDrawing({ series, shown }: Props) {
  const { milestones, by } = series
  const layout = layoutOf(milestones, by)
  return (
    <div className="max-sm:pl-4" style={{ minWidth: milestones.length * 44 }}>
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
        {milestones.map((milestone, at) => (
          <Column
            key={milestone.milestone.slug}
            milestone={milestone}
            boxes={boxesOf(milestone, at, by, layout)}
            middle={layout.band.middle(at)}
            columns={milestones.length}
            isShown={milestone.milestone.slug === shown}
          />
        ))}
        <MedianLane series={series} layout={layout} shown={shown} />
      </svg>
    </div>
  )
}

/** The chart in figures, as issues · weight. */
export const PublicSeries = ({ series, shown }: Props) => (
  <div className="border-t border-line">
    <table aria-label="Said and done by milestone, issues · weight" className="num w-full text-sm">
      <thead className="text-right text-xs text-ink-3">
        <tr className="border-b border-line">
          <th scope="col" className="px-3.5 py-1.5 text-left font-medium">
            Milestone
          </th>
          <Head>Say/Do</Head>
          {PARTS.map((part) => (
            <Head key={part}>{partName(part, false)}</Head>
          ))}
          <Head isWide>median of six</Head>
        </tr>
      </thead>
      <tbody>
        {series.milestones.map(({ milestone, percent, parts, median, runs }) => (
          <tr key={milestone.slug} className="border-b border-line last:border-b-0">
            <th
              scope="row"
              className={`px-3.5 py-1.5 text-left whitespace-nowrap ${milestone.slug === shown ? 'font-semibold' : 'font-medium'}`}
            >
              <bdi>{milestone.title}</bdi>
              {runs && <span className="ml-1.5 text-xs font-normal text-ink-3">running</span>}
            </th>
            <Cell>{percent === null ? '–' : `${percent} %`}</Cell>
            {PARTS.map((part) => (
              <Cell key={part}>
                {parts[part].count}{' '}
                <span className="text-ink-3 max-sm:hidden">· {figure(parts[part].weight)}</span>
              </Cell>
            ))}
            <Cell isWide>{median === null ? '–' : `${percentOf(median)} %`}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** A narrow page has no room for the wide ones. */
const widthOf = (isWide: boolean): string => (isWide ? 'max-sm:hidden' : '')

const Head = ({ isWide = false, children }: { isWide?: boolean; children: string }) => (
  <th
    scope="col"
    className={`px-2 py-1.5 align-bottom font-medium wrap-anywhere last:pr-3.5 max-sm:px-1 ${widthOf(isWide)}`}
  >
    {children}
  </th>
)

const Cell = ({ isWide = false, children }: { isWide?: boolean; children: ReactNode }) => (
  <td className={`px-2 py-1.5 text-right whitespace-nowrap last:pr-3.5 max-sm:px-1 ${widthOf(isWide)}`}>
    {children}
  </td>
)
