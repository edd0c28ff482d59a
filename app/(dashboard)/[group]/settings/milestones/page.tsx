import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { MilestonesSettings } from '#components/milestones/milestones-settings.tsx'
import { listMilestones } from '#lib/contract/milestones.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Milestones' }

export default async function MilestoneSettingsPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listMilestones, { group })]}>
      <MilestonesSettings group={group} />
    </Prefetch>
  )
}
