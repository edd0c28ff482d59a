import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { SharesSettings } from '#components/shares/shares-settings.tsx'
import { listShares } from '#lib/contract/shares.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Public links' }

export default async function SharesPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listShares, { group })]}>
      <SharesSettings group={group} />
    </Prefetch>
  )
}
