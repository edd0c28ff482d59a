'use client'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { readUpdates } from '#lib/contract/updates.ts'

import { GroupWeek } from './group/group-week.tsx'
import { MyWeek } from './mine/my-week.tsx'
import type { StatusPlace } from './status-place.ts'
import { postedText } from './update-text.ts'

type Props = { group: string; place: StatusPlace }

/** Handbook › Weekly status updates: “the single place to see the state of all active work”. */
export function StatusPage({ group, place }: Props) {
  const now = usePrefetched(readUpdates, { group, week: place.current })
  const posted = postedText(now.people)
  return (
    <div className="@container/status flex min-h-0 flex-1 flex-col max-sm:min-h-auto print:block">
      <div className="flex min-h-0 flex-1 flex-col gap-3 px-5 pt-3.5 pb-4 max-sm:px-3 print:block">
        {place.view === 'mine' ? (
          <MyWeek group={group} week={place.current} posted={posted} />
        ) : (
          <GroupWeek group={group} place={place} posted={posted} />
        )}
      </div>
    </div>
  )
}
