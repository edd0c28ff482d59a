import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { Invitations } from '#components/invitations/invitations.tsx'
import { listInvitations } from '#lib/contract/invitations.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Invitations' }

export default async function InvitationsPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listInvitations, { group })]}>
      <Invitations group={group} />
    </Prefetch>
  )
}
