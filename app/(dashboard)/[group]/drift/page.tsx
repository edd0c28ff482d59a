import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { DriftPage } from '#components/dris/drift-page.tsx'
import { readDrift } from '#lib/contract/drift.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Drift' }

export default async function Page({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(readDrift, { group })]}>
      <DriftPage group={group} />
    </Prefetch>
  )
}
