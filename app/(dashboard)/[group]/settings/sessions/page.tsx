import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { Sessions } from '#components/sessions/sessions.tsx'
import { listSessions } from '#lib/contract/sessions.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Sessions' }

export default async function SessionsPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listSessions, {})]}>
      <Sessions group={group} />
    </Prefetch>
  )
}
