import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { GroupSettings } from '#components/groups/group-settings.tsx'
import { listLabels } from '#lib/contract/labels.ts'
import { listPeople } from '#lib/contract/people.ts'
import { readSteps } from '#lib/contract/plan-steps.ts'
import { listWorkingTimes } from '#lib/contract/working-times.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Group' }

export default async function GroupSettingsPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch
      reads={[
        reading(listLabels, { group }),
        reading(listPeople, { group }),
        reading(listWorkingTimes, { group }),
        reading(readSteps, { group }),
      ]}
    >
      <GroupSettings group={group} />
    </Prefetch>
  )
}
