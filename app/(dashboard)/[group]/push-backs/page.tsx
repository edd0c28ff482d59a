import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { registerInput, registerOf } from '#components/push-backs/push-backs-reads.ts'
import { PushBacksPage } from '#components/push-backs/push-backs-page.tsx'
import { listPushBacks } from '#lib/contract/push-backs.ts'
import { reading } from '#lib/http/query.ts'
import { queryOf, type Searched } from '#lib/kit/query.ts'

type Props = { params: Promise<{ group: string }>; searchParams: Promise<Searched> }

export const metadata: Metadata = { title: 'Push-backs' }

export default async function Page({ params, searchParams }: Props) {
  const { group } = await params
  const register = registerOf(queryOf(await searchParams))
  return (
    <Prefetch reads={[...lookupReads(group), reading(listPushBacks, registerInput(group, register))]}>
      <PushBacksPage group={group} />
    </Prefetch>
  )
}
