import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { RetrospectivePage } from '#components/retrospectives/retrospective-page.tsx'
import { listPeople } from '#lib/contract/people.ts'
import { readRetrospective } from '#lib/contract/retrospectives.ts'
import { monthName } from '#lib/domain/retrospectives/months.ts'
import { reading } from '#lib/http/query.ts'

type Props = { params: Promise<{ group: string; retrospective: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const input = readRetrospective.input.safeParse(await params)
  return input.success ? { title: `Retrospective, ${monthName(input.data.retrospective)}` } : {}
}

export default async function Page({ params }: Props) {
  const input = readRetrospective.input.safeParse(await params)
  if (!input.success) notFound()
  const { group, retrospective } = input.data
  return (
    <Prefetch reads={[reading(readRetrospective, input.data), reading(listPeople, { group })]}>
      <RetrospectivePage key={retrospective} group={group} month={retrospective} />
    </Prefetch>
  )
}
