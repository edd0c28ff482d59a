import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { ModelsPage } from '#components/models/models-page.tsx'
import { listModels } from '#lib/contract/models.ts'
import { listPeople } from '#lib/contract/people.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Models' }

export default async function Models({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listModels, { group }), reading(listPeople, { group })]}>
      <ModelsPage group={group} />
    </Prefetch>
  )
}
