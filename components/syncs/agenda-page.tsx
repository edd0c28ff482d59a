'use client'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { listSyncs, readAgenda } from '#lib/contract/syncs.ts'
import { spanText } from '#lib/kit/day-text.ts'

import { EarlierSyncs } from './earlier-syncs.tsx'
import { Room } from './room.tsx'

/** The agenda of the next sync, which is worked through without a meeting as well; below it the earlier ones. */
export function AgendaPage({ group }: { group: string }) {
  const room = usePrefetched(readAgenda, { group })
  const { upcoming, minutes, items } = usePrefetched(listSyncs, { group })
  const title = upcoming
    ? `Next sync, ${spanText(upcoming.day, upcoming.day)} at ${upcoming.time}`
    : 'Next sync'
  return (
    <>
      <Room group={group} room={room} title={title} minutes={minutes} />
      <PageFrame className="no-print pt-0">
        <EarlierSyncs group={group} syncs={items} />
      </PageFrame>
    </>
  )
}
