import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { OwnershipMap } from '#components/teams/ownership-map.tsx'
import { listTeams } from '#lib/contract/teams.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Ownership' }

export default async function OwnershipPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listTeams, { group })]}>
      <OwnershipMap group={group} />
    </Prefetch>
  )
}
