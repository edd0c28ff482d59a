'use client'

import { useSearchParams } from 'next/navigation'

import { useChoice } from '#components/charts/address.ts'
import { Switch } from '#components/charts/switch.tsx'
import { useChartKeys } from '#components/charts/use-chart-keys.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { Nothing } from '#components/milestone-overview/panel.tsx'
import type { Insights, InsightTable } from '#lib/contract/insights.ts'
import { ENOUGH } from '#lib/domain/insights/percentiles.ts'
import { countOf } from '#lib/domain/insights/mix.ts'
import { issues } from '#lib/domain/insights/titles.ts'

import { ChartPanel } from './chart-panel.tsx'
import { FLOWS } from './flow/flows.ts'
import { How } from './how.tsx'
import { AgesKey, CycleKey, MixKey } from './keys.tsx'
import { TableOf } from './table-of.tsx'
import { roomFor } from './heights.ts'

/** The server draws them; the scripts that place their parts come behind the page. */
const AgesChart = lazily(async () => (await import('./ages/ages-chart.tsx')).AgesChart)
const CycleChart = lazily(async () => (await import('./cycle/cycle-chart.tsx')).CycleChart)
const FlowChart = lazily(async () => (await import('./flow/flow-chart.tsx')).FlowChart)
const MixChart = lazily(async () => (await import('./mix/mix-chart.tsx')).MixChart)
const FindingsChart = lazily(async () => (await import('./findings/findings-chart.tsx')).FindingsChart)

type Props = { group: string; insights: Insights }

/** Two wide charts above three narrow ones; on a phone one after the other. */
export function ChartPanels({ group, insights }: Props) {
  useChartKeys()
  const { zone } = useGroup(group)
  const search = useSearchParams().toString()
  const [flow, setFlow] = useChoice('flow', FLOWS)
  const { ages, cycle, mix, findings } = insights
  const common = (name: InsightTable) => ({
    group,
    name,
    title: insights[name].title,
    room: roomFor(name, insights),
    table: <TableOf group={group} name={name} insights={insights} />,
    how: <How name={name} insights={insights} zone={zone} />,
  })
  return (
    <div className="grid grid-cols-6 items-stretch gap-3.5 max-lg:grid-cols-1 print:grid-cols-2">
      <ChartPanel
        {...common('ages')}
        note="Days in the column, open issues"
        keys={<AgesKey />}
        chart={<AgesChart group={group} ages={ages} search={search} />}
        className={WIDE}
      />
      <ChartPanel
        {...common('cycle')}
        note={`Days from in dev to closed, ${issues(cycle.count)}${small(cycle.count)}`}
        keys={<CycleKey />}
        chart={<CycleChart group={group} insights={insights} />}
        className={WIDE}
      />
      <ChartPanel
        {...common('flow')}
        note="Issues, day by day"
        keys={<Switch label="Show" options={FLOW_OPTIONS} value={flow} onValue={setFlow} />}
        chart={<FlowChart insights={insights} view={flow} search={search} />}
        className={NARROW}
      />
      <ChartPanel
        {...common('mix')}
        note={`Weight ${mix.planned.weight} planned, ${mix.done.weight} done${small(countOf(mix.done))}`}
        keys={<MixKey />}
        chart={<MixChart mix={mix} search={search} />}
        className={NARROW}
      />
      <ChartPanel
        {...common('findings')}
        note="Issues, week by week"
        chart={
          findings.rows.length === 0 ? (
            <Nothing>No findings were counted in these weeks.</Nothing>
          ) : (
            <FindingsChart group={group} findings={findings} />
          )
        }
        className={LAST}
      />
    </div>
  )
}

const WIDE = 'col-span-3 max-lg:col-span-1 print:col-span-1'
/** Three abreast where there is room for their words, two where there is less. */
const NARROW = 'col-span-2 max-xl:col-span-3 max-lg:col-span-1 print:col-span-1'
const LAST = 'col-span-2 max-xl:col-span-6 max-lg:col-span-1 print:col-span-1'

const FLOW_OPTIONS = [
  { value: 'all', text: 'All' },
  { value: 'work', text: 'In work' },
] as const

const small = (count: number): string => (count > 0 && count < ENOUGH ? ', small sample' : '')
