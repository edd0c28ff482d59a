'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'

import { useChoice } from '#components/charts/address.ts'
import { Switch } from '#components/charts/switch.tsx'
import { Nothing, Panel } from '#components/milestone-overview/panel.tsx'
import { Button } from '#components/ui/button.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { readCalibration } from '#lib/contract/insights.ts'
import { reading } from '#lib/http/query.ts'

import { insightsInput } from '../insights-reads.ts'
import { CalibrationRows } from './calibration-rows.tsx'

const VIEWS = ['group', 'mine'] as const
const VIEW_OPTIONS = [
  { value: 'group', text: 'Group' },
  { value: 'mine', text: 'Mine (private)' },
] as const

/** Of what was said in the second week of a milestone, how much was completed. Never by person: the own view is the reader’s. */
export function CalibrationPanel({ group }: { group: string }) {
  const query = useSearchParams()
  const [view, setView] = useChoice('calibration', VIEWS)
  const { data, error, refetch } = useQuery({
    ...reading(readCalibration, { ...insightsInput(group, query), view }),
    placeholderData: keepPreviousData,
  })
  const isEmpty = data?.rows.every(({ said }) => said === 0)
  return (
    <Panel
      heading={data?.title ?? 'Confidence calibration'}
      side={<Switch label="Calibration of" options={VIEW_OPTIONS} value={view} onValue={setView} />}
    >
      <div className="min-h-[176px] px-3.5 pt-2 pb-3">
        {data && <p className="num text-xs text-ink-2">{noteOf(data.milestones)}</p>}
        {data && isEmpty && <Nothing>{EMPTY[view]}</Nothing>}
        {data && !isEmpty && <CalibrationRows rows={data.rows} />}
        {!data && !error && <Skeleton className="h-32 rounded-sm" />}
        {!data && error && (
          <p className="flex flex-wrap items-center gap-2">
            Could not load the calibration.
            <Button size="sm" onClick={() => void refetch()}>
              Try again
            </Button>
          </p>
        )}
      </div>
      <details className="text-xs text-ink-2">
        <summary className="tap flex w-fit cursor-pointer items-center px-3.5 py-2 underline underline-offset-2 hover:text-ink">
          How is this computed?
        </summary>
        <p className="px-3.5 pb-3 text-pretty">
          Of each issue counts the latest status update until the end of the second week of the milestone. It
          came true where the issue was completed in that milestone. The line is the 90 % interval.
        </p>
      </details>
    </Panel>
  )
}

const noteOf = (milestones: number): string =>
  `Updates of ${milestones === 1 ? 'one milestone that is' : `${milestones} milestones that are`} over, completed in time`

const EMPTY = {
  group: 'No milestone with status updates in its second week is over yet.',
  mine: 'None of your status updates is from the second week of a milestone that is over.',
}
