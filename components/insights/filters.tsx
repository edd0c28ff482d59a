'use client'

import { useChoice } from '#components/charts/address.ts'
import { Narrows } from '#components/charts/narrows.tsx'
import { Switch } from '#components/charts/switch.tsx'
import type { Insights } from '#lib/contract/insights.ts'

import { LASTS } from './insights-reads.ts'

const NUMBERS = ['3', '6', '12'] as const

/** How many milestones, of which team and which type of work: for all charts at once. */
export function Filters({ insights: { teams, types } }: { insights: Insights }) {
  const [last, setLast] = useChoice('last', LASTS)
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 no-print">
      <Switch
        label="Milestones"
        options={NUMBERS.map((value) => ({ value, text: `${value} milestones` }))}
        value={last}
        onValue={setLast}
      />
      <Narrows teams={teams} types={types} />
    </div>
  )
}
