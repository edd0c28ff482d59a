import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { IssueList } from '#components/issues/list/issue-list.tsx'
import { askedOf, listStateFrom } from '#components/issues/list/list-state.ts'
import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Issues' }

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function IssuesPage({ params, searchParams }: Props) {
  const [{ group }, query] = [await params, await searchParams]
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map((one): [string, string] => [name, one]),
  )
  const asked = askedOf(group, listStateFrom(new URLSearchParams(pairs)))
  return (
    <Prefetch
      reads={[...lookupReads(group), ...('input' in asked ? [reading(indexIssues, asked.input)] : [])]}
    >
      <IssueList group={group} />
    </Prefetch>
  )
}
