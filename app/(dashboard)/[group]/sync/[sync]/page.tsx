import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { answerFor, Prefetch, titled } from '#app/_server/prefetch.tsx'
import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { firstItemReads } from '#components/syncs/room-reads.ts'
import { SyncRoomPage } from '#components/syncs/room.tsx'
import { listSyncs, readPresence, readSync } from '#lib/contract/syncs.ts'
import { syncTitle } from '#lib/domain/syncs/minutes.ts'
import { reading } from '#lib/http/query.ts'

type Props = { params: Promise<{ group: string; sync: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const input = readSync.input.safeParse(await params)
  if (!input.success) return {}
  return titled(readSync, input.data, {
    say: ({ sync }) => (sync ? syncTitle(sync.day) : 'Weekly sync'),
    otherwise: 'Weekly sync',
  })
}

export default async function Page({ params }: Props) {
  const input = readSync.input.safeParse(await params)
  if (!input.success) notFound()
  const { group, sync } = input.data
  const room = await answerFor(readSync, { group, sync })
  return (
    <Prefetch
      reads={[
        ...lookupReads(group),
        reading(readSync, { group, sync }),
        reading(readPresence, { group, sync }),
        reading(listSyncs, { group }),
        ...firstItemReads(group, room),
      ]}
    >
      <SyncRoomPage key={sync} group={group} sync={sync} />
    </Prefetch>
  )
}
