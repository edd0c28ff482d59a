import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { auditInput } from '#components/events/audit-input.ts'
import { Audit } from '#components/events/audit.tsx'
import { listEvents } from '#lib/contract/events.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Audit log' }

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AuditPage({ params, searchParams }: Props) {
  const [{ group }, query] = [await params, await searchParams]
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return (
    <Prefetch reads={[reading(listEvents, auditInput(group, new URLSearchParams(pairs)))]}>
      <Audit group={group} />
    </Prefetch>
  )
}
