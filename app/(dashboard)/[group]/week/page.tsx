import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { MyWeek } from '#components/week/my-week.tsx'
import { weekReads } from '#components/week/week-reads.ts'

export const metadata: Metadata = { title: 'My week' }

export default async function WeekPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={weekReads(group)}>
      <MyWeek group={group} />
    </Prefetch>
  )
}
