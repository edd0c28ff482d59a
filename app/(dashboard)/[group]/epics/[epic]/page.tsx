import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Prefetch, titled } from '#app/_server/prefetch.tsx'
import { epicListState } from '#components/epics/epic-state.ts'
import { EpicView } from '#components/epics/epic-view.tsx'
import { askedOf, listStateFrom } from '#components/issues/list/list-state.ts'
import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { readEpic } from '#lib/contract/epics.ts'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import { reading } from '#lib/http/query.ts'

type Props = {
  params: Promise<{ group: string; epic: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const input = readEpic.input.safeParse(await params)
  if (!input.success) return {}
  const { epic } = input.data
  return titled(readEpic, input.data, { say: ({ title }) => `&${epic} ${title}`, otherwise: `Epic &${epic}` })
}

export default async function EpicPage({ params, searchParams }: Props) {
  const input = readEpic.input.safeParse(await params)
  if (!input.success) notFound()
  const { group, epic } = input.data
  const pairs = Object.entries(await searchParams).map(([name, value]) => [name, String(value ?? '')])
  const asked = askedOf(group, epicListState(listStateFrom(new URLSearchParams(pairs)), epic))
  return (
    <Prefetch
      reads={[
        ...lookupReads(group),
        reading(readEpic, { group, epic }),
        ...('input' in asked ? [reading(indexIssues, asked.input)] : []),
      ]}
    >
      <EpicView key={epic} group={group} epic={epic} />
    </Prefetch>
  )
}
