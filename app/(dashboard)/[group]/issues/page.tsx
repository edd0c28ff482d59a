import type { Metadata } from 'next'

import { asOf } from '#app/_server/as-of.ts'
import { Prefetch } from '#app/_server/prefetch.tsx'
import { IssueList } from '#components/issues/list/issue-list.tsx'
import { askedOf, listStateFrom } from '#components/issues/list/list-state.ts'
import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import { reading } from '#lib/http/query.ts'
import { queryOf, type Searched } from '#lib/kit/query.ts'

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<Searched>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { group } = await params
  return asOf(group, await searchParams, { title: 'Issues' })
}

export default async function IssuesPage({ params, searchParams }: Props) {
  const [{ group }, query] = [await params, await searchParams]
  const asked = askedOf(group, listStateFrom(queryOf(query)))
  return (
    <Prefetch
      reads={[...lookupReads(group), ...('input' in asked ? [reading(indexIssues, asked.input)] : [])]}
    >
      <IssueList group={group} />
    </Prefetch>
  )
}
