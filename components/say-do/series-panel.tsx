'use client'

import { useSearchParams } from 'next/navigation'
import { useRef } from 'react'

import { useChoice } from '#components/charts/address.ts'
import { ExportMenu } from '#components/charts/export-menu.tsx'
import { Switch } from '#components/charts/switch.tsx'
import { openList } from '#components/charts/list-link.tsx'
import { Panel } from '#components/milestone-overview/panel.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { exportSeries, writeSeries } from '#lib/contract/say-do.ts'
import type { SayDoSeries } from '#lib/contract/say-do.ts'
import { addressOf } from '#lib/http/call.ts'

import { ChartKey } from './chart-key.tsx'
import { Filters } from './filters.tsx'
import { CHARTS, seriesInput } from './say-do-reads.ts'
import { seriesTitle } from './say-do-text.ts'

/** The server draws it; the script that places its parts comes behind the page. */
const Chart = lazily(async () => (await import('./chart.tsx')).Chart)
const SeriesTable = lazily(async () => (await import('./series-table.tsx')).SeriesTable)

const VIEWS = [
  { value: 'issues', text: 'Issues' },
  { value: 'weight', text: 'Weight' },
  { value: 'table', text: 'Table' },
] as const

type Props = { group: string; series: SayDoSeries; shown: string }

/** Said and done by milestone: as a chart or as its table, with the way out of it as a file. */
export function SeriesPanel({ group, series, shown }: Props) {
  const [view, setView] = useChoice('chart', CHARTS)
  const query = useSearchParams()
  const marked = useRef<HTMLDivElement>(null)
  const title = seriesTitle(series)
  const input = seriesInput(group, query)
  return (
    <Panel
      heading={title}
      side={
        <>
          <Switch label="Show" options={VIEWS} value={view} onValue={setView} />
          <ExportMenu
            name={`${group}-say-do`}
            title={title}
            chart={() => (view === 'table' ? null : marked.current)}
            files={[
              { label: 'Figures', kind: 'csv', href: addressOf(exportSeries, input) },
              { label: 'Table', kind: 'md', href: addressOf(writeSeries, input) },
            ]}
          />
        </>
      }
    >
      <div ref={marked} className="flex flex-col">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-3.5 pt-2.5 pb-1">
          {view !== 'table' && <ChartKey />}
          <span className="flex-1" />
          <Filters series={series} />
        </div>
        {view === 'table' ? (
          <SeriesTable
            group={group}
            series={series}
            shown={shown}
            title="Said and done by milestone, issues · weight"
          />
        ) : (
          <div className="min-h-[408px] px-3.5 pb-3">
            <Chart series={series} shown={shown} search={query.toString()} onOpen={openList} />
          </div>
        )}
      </div>
    </Panel>
  )
}
