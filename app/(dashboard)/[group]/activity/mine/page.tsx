import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { WhatIDid } from '#components/events/what-i-did.tsx'
import { listMyEvents } from '#lib/contract/events.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'My changes' }

export default async function WhatIDidPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listMyEvents, { group })]}>
      <WhatIDid group={group} />
    </Prefetch>
  )
}
