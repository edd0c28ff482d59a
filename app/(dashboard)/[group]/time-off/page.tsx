import type { Metadata } from 'next'

import { answerFor, Prefetch } from '#app/_server/prefetch.tsx'
import { periodOf, timeboxes } from '#components/time-off/period.ts'
import type { PeriodQuery } from '#components/time-off/period.ts'
import { timeOffReads } from '#components/time-off/time-off-reads.ts'
import { TimeOffPage } from '#components/time-off/time-off-page.tsx'
import { readGroup, readMe } from '#lib/contract/groups.ts'
import { listMilestones } from '#lib/contract/milestones.ts'

export const metadata: Metadata = { title: 'Time off' }

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function TimeOff({ params, searchParams }: Props) {
  const [{ group }, asked] = [await params, await searchParams]
  const [{ today }, { items, current }, { handle }] = await Promise.all([
    answerFor(readGroup, { group }),
    answerFor(listMilestones, { group }),
    answerFor(readMe, {}),
  ])
  const [view, month, milestone] = [asked.view, asked.month, asked.milestone].map((one) => [one].flat()[0])
  const query: PeriodQuery = { view, month, milestone }
  const period = periodOf(query, { today, boxes: timeboxes(items), current })
  return (
    <Prefetch reads={timeOffReads(group, handle, period)}>
      <TimeOffPage group={group} period={period} />
    </Prefetch>
  )
}
