import type { Metadata } from 'next'

import { answerFor, Prefetch } from '#app/_server/prefetch.tsx'
import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { AgendaPage } from '#components/syncs/agenda-page.tsx'
import { firstItemReads } from '#components/syncs/room-reads.ts'
import { listSyncs, readAgenda } from '#lib/contract/syncs.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Next sync' }

export default async function Page({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  const room = await answerFor(readAgenda, { group })
  return (
    <Prefetch
      reads={[
        ...lookupReads(group),
        reading(listSyncs, { group }),
        reading(readAgenda, { group }),
        ...firstItemReads(group, room),
      ]}
    >
      <AgendaPage group={group} />
    </Prefetch>
  )
}
