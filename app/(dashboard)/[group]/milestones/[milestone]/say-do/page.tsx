import type { Metadata } from 'next'

import { asOf } from '#app/_server/as-of.ts'
import { type MilestoneParams, milestonePage, milestoneTitled } from '#app/_server/milestone.tsx'
import { SayDoPage } from '#components/say-do/say-do-page.tsx'
import { sayDoReads, seriesInput } from '#components/say-do/say-do-reads.ts'
import { queryOf, type Searched } from '#lib/kit/query.ts'

type Props = MilestoneParams & { searchParams: Promise<Searched> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ group }, query] = await Promise.all([props.params, props.searchParams])
  const now = await milestoneTitled(props, { say: (title) => `Say/Do · ${title}`, otherwise: 'Say/Do' })
  return asOf(group, query, now)
}

export default async function Page(props: Props) {
  const query = queryOf(await props.searchParams)
  return milestonePage(props, {
    none: 'What is said and done is counted from the first to the last day.',
    reads: ({ group, found }) => sayDoReads(group, found.slug, seriesInput(group, query)),
    page: ({ group, found: { slug } }) => <SayDoPage key={slug} group={group} milestone={slug} />,
  })
}
