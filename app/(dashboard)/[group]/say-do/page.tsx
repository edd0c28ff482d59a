import type { Metadata } from 'next'

import { asOf } from '#app/_server/as-of.ts'
import { answerFor, Prefetch } from '#app/_server/prefetch.tsx'
import { SayDoPage } from '#components/say-do/say-do-page.tsx'
import { milestoneShown, sayDoReads, seriesInput } from '#components/say-do/say-do-reads.ts'
import { listSayDo } from '#lib/contract/say-do.ts'
import { reading } from '#lib/http/query.ts'
import { queryOf, type Searched } from '#lib/kit/query.ts'

type Props = { params: Promise<{ group: string }>; searchParams: Promise<Searched> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ group }, query] = await Promise.all([params, searchParams])
  return asOf(group, query, { title: 'Say/Do' })
}

/** Begins with the latest milestone that is over. */
export default async function Page({ params, searchParams }: Props) {
  const { group } = await params
  const input = seriesInput(group, queryOf(await searchParams))
  const milestone = milestoneShown(await answerFor(listSayDo, input))
  return (
    <Prefetch reads={milestone === null ? [reading(listSayDo, input)] : sayDoReads(group, milestone, input)}>
      <SayDoPage group={group} milestone={null} />
    </Prefetch>
  )
}
