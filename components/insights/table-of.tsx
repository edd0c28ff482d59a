import { lazily } from '#components/ui/popups/lazily.tsx'
import type { Insights, InsightTable } from '#lib/contract/insights.ts'

const AgesTable = lazily(async () => (await import('./ages/ages-table.tsx')).AgesTable)
const CycleTable = lazily(async () => (await import('./cycle/cycle-table.tsx')).CycleTable)
const FlowTable = lazily(async () => (await import('./flow/flow-table.tsx')).FlowTable)
const MixTable = lazily(async () => (await import('./mix/mix-table.tsx')).MixTable)
const FindingsTable = lazily(async () => (await import('./findings/findings-table.tsx')).FindingsTable)

type Props = { group: string; name: InsightTable; insights: Insights }

/** The twin of a chart. */
export function TableOf({ group, name, insights }: Props) {
  switch (name) {
    case 'ages':
      return <AgesTable group={group} ages={insights.ages} />
    case 'cycle':
      return <CycleTable group={group} cycle={insights.cycle} />
    case 'flow':
      return <FlowTable flow={insights.flow} />
    case 'mix':
      return <MixTable mix={insights.mix} />
    case 'findings':
      return <FindingsTable group={group} findings={insights.findings} />
  }
}
