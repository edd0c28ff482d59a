import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { Report } from '#components/issues/report/report.tsx'
import { reportIssues } from '#lib/contract/issue-lists.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Triage report' }

export default async function ReportPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[...lookupReads(group), reading(reportIssues, { group })]}>
      <Report group={group} />
    </Prefetch>
  )
}
