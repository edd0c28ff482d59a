'use client'

import { useChoice } from '#components/charts/address.ts'
import { Narrows } from '#components/charts/narrows.tsx'
import { Switch } from '#components/charts/switch.tsx'
import type { SayDoSeries } from '#lib/contract/say-do.ts'

import { LASTS } from './say-do-reads.ts'

const NUMBERS = LASTS.map((value) => ({ value, text: value }))

/** How many milestones, of which team and which type of work: for the chart and for the reasons below it. */
export function Filters({ series: { teams, types } }: { series: SayDoSeries }) {
  const [last, setLast] = useChoice('last', LASTS)
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 no-print">
      <Narrows teams={teams} types={types} />
      <Switch label="Milestones" options={NUMBERS} value={last} onValue={setLast} />
      <span aria-hidden="true" className="text-xs text-ink-3 max-sm:hidden">
        milestones
      </span>
    </div>
  )
}
