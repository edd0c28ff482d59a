import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { TeamsSettings } from '#components/teams/teams-settings.tsx'
import { listMemberships } from '#lib/contract/memberships.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Teams and boundaries' }

export default async function TeamsSettingsPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listTeams, { group }), reading(listMemberships, { group })]}>
      <TeamsSettings group={group} />
    </Prefetch>
  )
}
