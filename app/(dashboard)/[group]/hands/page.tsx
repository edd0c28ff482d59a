import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { HandsPage } from '#components/hands/hands-page.tsx'
import { listHands } from '#lib/contract/hands.ts'
import { listPeople } from '#lib/contract/people.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Hands' }

export default async function Page({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listHands, { group }), reading(listPeople, { group })]}>
      <HandsPage group={group} />
    </Prefetch>
  )
}
