import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { PingsPage } from '#components/pings/pings-page.tsx'
import { listPings } from '#lib/contract/pings.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Pings' }

export default async function Pings({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listPings, { group })]}>
      <PingsPage group={group} />
    </Prefetch>
  )
}
