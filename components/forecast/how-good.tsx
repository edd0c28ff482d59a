import { dayMonth } from '#components/ui/days/days.ts'
import type { ForecastView } from '#lib/contract/forecast.ts'
import { calibrationText } from '#lib/domain/forecast/back-test.ts'

import { FiguresTable } from './figures-table.tsx'

/** What the forecast would have said at the middle of past milestones, beside what came. */
export function HowGood({ view: { backTests } }: { view: ForecastView }) {
  if (backTests.length === 0)
    return (
      <p className="px-3.5 py-3 text-pretty text-ink-2">
        No past milestone has three milestones before it yet, so none can be tested.
      </p>
    )
  return (
    <>
      <p className="num px-3.5 py-2.5 text-sm text-pretty text-ink-2">
        <b className="text-ink">{calibrationText(backTests)}.</b> Each row is the forecast of the middle of a
        milestone, from what was known then, beside what was completed in the end.
      </p>
      <div className="border-t border-line">
        <FiguresTable
          label="Forecasts of past milestones, and what came"
          heads={[
            'Milestone',
            'Forecast on',
            'Done then',
            'Of',
            'Likely',
            'Range',
            'Completed',
            'In the range',
          ]}
          rows={backTests.map((one) => [
            one.title,
            dayMonth(one.day),
            one.done,
            one.of,
            one.likely,
            `${one.low} to ${one.high}`,
            one.came,
            one.held ? 'yes' : 'no',
          ])}
        />
      </div>
    </>
  )
}
