import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { DrisPage } from '#components/dris/dris-page.tsx'
import { listDris } from '#lib/contract/drift.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'DRIs' }

export default async function Page({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listDris, { group }), reading(listTeams, { group })]}>
      <DrisPage group={group} />
    </Prefetch>
  )
}
