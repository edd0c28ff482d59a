import type { Metadata } from 'next'

import { asOf } from '#app/_server/as-of.ts'
import { type MilestoneParams, milestonePage, milestoneTitled } from '#app/_server/milestone.tsx'
import { CapacityPage } from '#components/capacity/capacity-page.tsx'
import { capacityReads } from '#components/capacity/capacity-reads.ts'
import { momentAsked } from '#lib/kit/past.ts'
import type { Searched } from '#lib/kit/query.ts'

type Props = MilestoneParams & { searchParams: Promise<Searched> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ group }, query] = await Promise.all([props.params, props.searchParams])
  const now = await milestoneTitled(props, { say: (title) => `Capacity · ${title}`, otherwise: 'Capacity' })
  return asOf(group, query, now)
}

export default async function Page(props: Props) {
  const { at } = await props.searchParams
  return milestonePage(props, {
    none: 'Capacity is planned for a milestone from its first to its last day.',
    reads: ({ group, found }) => capacityReads(group, found.slug, momentAsked(at)),
    page: ({ group, found: { slug } }) => <CapacityPage key={slug} group={group} milestone={slug} />,
  })
}
