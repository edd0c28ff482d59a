'use client'

import { useMemo } from 'react'

import { figure } from '#lib/domain/capacity/text.ts'
import { useChoice } from '#components/charts/address.ts'
import { LineKey } from '#components/charts/line-key.tsx'
import { Switch } from '#components/charts/switch.tsx'
import { dayMonth } from '#components/ui/days/days.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { isOver } from '#lib/domain/milestones.ts'
import type { Overview, OverviewBurnUp } from '#lib/contract/milestone-overview.ts'

import type { ForecastView } from '#lib/contract/forecast.ts'
import { BurnUpChart } from './burn-up-chart.tsx'
import { IssueLink } from './issue-link.tsx'
import { changeTitle, changeWeight } from './overview-text.ts'
import type { Measure } from './overview-text.ts'
import { Panel } from './panel.tsx'
import { useDayCursor } from './use-day-cursor.ts'

/** It comes when it is asked for. */
const BurnUpTable = lazily(async () => (await import('./burn-up-table.tsx')).BurnUpTable, {
  isAskedFor: true,
})

/** By weight unless the address says otherwise. */
const CHARTS = ['weight', 'issues', 'table'] as const
type Chart = (typeof CHARTS)[number]

type Props = {
  group: string
  view: Overview
  burnUp: OverviewBurnUp
  forecast: ForecastView['forecast']
  className: string
}

/** Scope and done day by day against the promise, as a chart by weight or by issues, or as a table. */
export function BurnUp({ group, view, burnUp, forecast, className }: Props) {
  const [chart, setChart] = useChoice('chart', CHARTS)
  const [at, look] = useDayCursor(burnUp.days)
  const daysOff = useMemo(() => new Set(view.daysOff.map(({ day }) => day)), [view.daysOff])
  const measure = chart === 'issues' ? 'count' : 'weight'
  const { startOn, dueOn } = view.milestone
  const day = burnUp.days[at]
  if (startOn === null || dueOn === null) return null
  return (
    <Panel
      heading={`Scope and done${chart === 'table' ? '' : chart === 'issues' ? ', issues' : ', weight'}`}
      side={
        <>
          {chart !== 'table' && <Key isForecast={forecast !== null} />}
          <Switch label="Show" options={OPTIONS} value={chart} onValue={setChart} />
        </>
      }
      className={className}
    >
      {chart === 'table' ? (
        <BurnUpTable group={group} burnUp={burnUp} forecast={forecast} />
      ) : (
        <>
          <BurnUpChart
            span={{ startOn, dueOn }}
            burnUp={burnUp}
            daysOff={daysOff}
            fan={forecast && forecast[measure]}
            measure={measure}
            isOver={isOver(view.milestone, view.today)}
            at={at}
            onAt={look}
          />
          {day && <DayNote group={group} day={day} measure={measure} />}
        </>
      )}
    </Panel>
  )
}

const Key = ({ isForecast }: { isForecast: boolean }) => (
  <span aria-hidden="true" className="mr-1 flex gap-3.5 text-xs text-ink-2 max-sm:hidden">
    <LineKey name="scope" className="stroke-ink-2" width={1.6} />
    <LineKey name="done" className="stroke-good" width={2.6} />
    <LineKey name="promise" className="stroke-accent" width={1.6} dash="4 3" />
    {isForecast && <LineKey name="likely" className="stroke-good" width={1.8} dash="2 3" />}
  </span>
)

const TITLES: Record<Chart, string> = { weight: 'Weight', issues: 'Issues', table: 'Table' }
const OPTIONS = CHARTS.map((value) => ({ value, text: TITLES[value] }))

type DayProps = { group: string; day: OverviewBurnUp['days'][number]; measure: Measure }

/** The day that is looked at: its sums, and each issue that changed them. */
function DayNote({ group, day, measure }: DayProps) {
  const { scope, done, changes, notShown } = day
  return (
    <div className="num flex min-h-16 flex-1 flex-col gap-1 border-t border-line px-3.5 py-2.5 text-xs">
      <p className="text-ink-2">
        <b className="text-ink">{dayMonth(day.day)}</b> · scope {figure(scope[measure])} · done{' '}
        {figure(done[measure])}
        {changes.length + notShown === 0 && ' · no change'}
        {notShown > 0 && ` · ${notShown} not shown`}
      </p>
      {changes.length > 0 && (
        <ul
          aria-label={`What changed on ${dayMonth(day.day)}`}
          className="grid max-h-40 grid-cols-2 gap-x-6 gap-y-1 overflow-y-auto max-sm:grid-cols-1"
        >
          {changes.map((change) => (
            <li key={`${change.ref} ${change.kind}`} className="min-w-0 text-pretty text-ink-2">
              {changeTitle(change.kind)} <IssueLink group={group} issue={change} className="text-ink" />{' '}
              <span className="text-ink-3">{changeWeight(change)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
