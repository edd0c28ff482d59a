'use client'

import { useState } from 'react'

import { useShown } from '#components/changes/use-shown.ts'
import { readUpdates } from '#lib/contract/updates.ts'

import { ASIDE, COLUMNS, MAIN } from '../columns.ts'
import { newDesk } from '../mine/desk.ts'
import { AssembledPanel } from '../side/assembled-panel.tsx'
import { OwePanel } from '../side/owe-panel.tsx'
import { StatusHeader } from '../status-header.tsx'
import type { StatusPlace } from '../status-place.ts'
import { postedText, weekdayText, weekText } from '../update-text.ts'
import { GroupUpdates } from './group-updates.tsx'
import { PastWeeks } from './past-weeks.tsx'
import { WeekPicker } from './week-picker.tsx'

type Props = { group: string; place: StatusPlace; posted: string }

/** What the group has posted in a week, who owes an update and who is away; or a week that is over. */
export function GroupWeek({ group, place, posted }: Props) {
  const { view, week, current } = place
  const { data, waiting } = useShown(readUpdates, { group, week })
  const [desk] = useState(newDesk)
  const isNow = data.week === current
  return (
    <>
      <StatusHeader
        group={group}
        view={view}
        heading={`Updates of ${weekText(data.week, current)}`}
        chip={isNow ? `${postedText(data.people)} · due ${weekdayText(data.dueOn)}` : null}
        posted={posted}
      >
        {view === 'group' && <WeekPicker group={group} place={place} />}
      </StatusHeader>
      <div className={COLUMNS} aria-busy={waiting}>
        <div className={`${MAIN} max-sm:order-last`}>
          <GroupUpdates group={group} updates={data.updates} isNow={isNow} />
        </div>
        <aside aria-label="The week" className={ASIDE}>
          {view === 'history' ? (
            <PastWeeks group={group} place={place} />
          ) : (
            isNow && <OwePanel group={group} week={data} ready="" />
          )}
          <AssembledPanel group={group} week={data} desk={desk} isPosted />
        </aside>
      </div>
    </>
  )
}
