import type { Metadata } from 'next'

import { asOf } from '#app/_server/as-of.ts'
import { Prefetch } from '#app/_server/prefetch.tsx'
import { OwnershipMap } from '#components/teams/ownership-map.tsx'
import { listTeams } from '#lib/contract/teams.ts'
import { reading } from '#lib/http/query.ts'
import { momentAsked, momentOf } from '#lib/kit/past.ts'

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { group } = await params
  return asOf(group, await searchParams, { title: 'Ownership' })
}

export default async function OwnershipPage({ params, searchParams }: Props) {
  const [{ group }, { at }] = [await params, await searchParams]
  return (
    <Prefetch reads={[reading(listTeams, { group, ...momentOf(momentAsked(at)) })]}>
      <OwnershipMap group={group} />
    </Prefetch>
  )
}
