import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { PeopleSettings } from '#components/people/people-settings.tsx'
import { listTeams } from '#lib/contract/teams.ts'
import { listWorkingTimes } from '#lib/contract/working-times.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'People and roles' }

export default async function PeopleSettingsPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listTeams, { group }), reading(listWorkingTimes, { group })]}>
      <PeopleSettings group={group} />
    </Prefetch>
  )
}
