import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { MilestonesRoom } from '#components/milestones/milestones-room.tsx'
import { listMilestones } from '#lib/contract/milestones.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Milestones' }

export default async function MilestoneSettingsPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listMilestones, { group })]}>
      <MilestonesRoom group={group} />
    </Prefetch>
  )
}
