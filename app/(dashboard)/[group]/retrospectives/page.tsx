import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { RetrospectivesPage } from '#components/retrospectives/retrospectives-page.tsx'
import { listRetrospectives } from '#lib/contract/retrospectives.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Retrospectives' }

export default async function Page({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listRetrospectives, { group })]}>
      <RetrospectivesPage group={group} />
    </Prefetch>
  )
}
