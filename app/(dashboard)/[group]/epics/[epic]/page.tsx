import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Prefetch, titled } from '#app/_server/prefetch.tsx'
import { epicListState } from '#components/epics/epic-state.ts'
import { EpicView } from '#components/epics/epic-view.tsx'
import { askedOf, listStateFrom } from '#components/issues/list/list-state.ts'
import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { listCalls } from '#lib/contract/calls.ts'
import { listHands } from '#lib/contract/hands.ts'
import { readEpic } from '#lib/contract/epics.ts'
import { readEpicForecast } from '#lib/contract/epic-forecast.ts'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import { listPushBacks } from '#lib/contract/push-backs.ts'
import { reading } from '#lib/http/query.ts'
import { queryOf, type Searched } from '#lib/kit/query.ts'

type Props = {
  params: Promise<{ group: string; epic: string }>
  searchParams: Promise<Searched>
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
  const asked = askedOf(group, epicListState(listStateFrom(queryOf(await searchParams)), epic))
  return (
    <Prefetch
      reads={[
        ...lookupReads(group),
        reading(readEpic, { group, epic }),
        reading(listHands, { group }),
        reading(listCalls, { group, subject: `epic-${epic}` }),
        reading(readEpicForecast, { group, epic }),
        reading(listPushBacks, { group, work: `epic-${epic}` }),
        ...('input' in asked ? [reading(indexIssues, asked.input)] : []),
      ]}
    >
      <EpicView key={epic} group={group} epic={epic} />
    </Prefetch>
  )
}
