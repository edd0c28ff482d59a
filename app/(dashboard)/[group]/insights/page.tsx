import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { InsightsPage } from '#components/insights/insights-page.tsx'
import { insightsInput } from '#components/insights/insights-reads.ts'
import { listHands } from '#lib/contract/hands.ts'
import { readInsights } from '#lib/contract/insights.ts'
import { reading } from '#lib/http/query.ts'
import { queryOf, type Searched } from '#lib/kit/query.ts'

type Props = { params: Promise<{ group: string }>; searchParams: Promise<Searched> }

export const metadata: Metadata = { title: 'Insights' }

export default async function Page({ params, searchParams }: Props) {
  const { group } = await params
  const input = insightsInput(group, queryOf(await searchParams))
  return (
    <Prefetch reads={[reading(readInsights, input), reading(listHands, { group })]}>
      <InsightsPage group={group} />
    </Prefetch>
  )
}
