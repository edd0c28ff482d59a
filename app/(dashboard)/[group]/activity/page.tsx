import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { Activity } from '#components/events/activity.tsx'
import { activityRead } from '#components/events/activity-read.ts'

export const metadata: Metadata = { title: 'Activity' }

export default async function ActivityPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[activityRead(group)]}>
      <Activity group={group} />
    </Prefetch>
  )
}
