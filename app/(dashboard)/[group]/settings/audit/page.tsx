import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { auditInput } from '#components/events/audit-input.ts'
import { Audit } from '#components/events/audit.tsx'
import { listEvents } from '#lib/contract/events.ts'
import { reading } from '#lib/http/query.ts'
import { queryOf, type Searched } from '#lib/kit/query.ts'

export const metadata: Metadata = { title: 'Audit log' }

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<Searched>
}

export default async function AuditPage({ params, searchParams }: Props) {
  const [{ group }, query] = [await params, await searchParams]
  return (
    <Prefetch reads={[reading(listEvents, auditInput(group, queryOf(query)))]}>
      <Audit group={group} />
    </Prefetch>
  )
}
