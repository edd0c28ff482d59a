import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { PeopleList } from '#components/people/people-list.tsx'
import { listTeams } from '#lib/contract/teams.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listTeams, { group })]}>
      <PeopleList group={group} />
    </Prefetch>
  )
}
