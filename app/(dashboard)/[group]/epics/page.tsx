import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { EpicList } from '#components/epics/epic-list.tsx'
import { followEpics } from '#lib/contract/epics.ts'
import { listPeople } from '#lib/contract/people.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Epics' }

export default async function EpicsPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(followEpics, { group }), reading(listPeople, { group })]}>
      <EpicList group={group} />
    </Prefetch>
  )
}
