import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { answerFor, Prefetch, titled } from '#app/_server/prefetch.tsx'
import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { personReads } from '#components/people/person-reads.ts'
import { PersonView } from '#components/people/person-view.tsx'
import { listPeople } from '#lib/contract/people.ts'
import { listTimeOff } from '#lib/contract/time-off.ts'

type Props = { params: Promise<{ group: string; person: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { group, person } = await params
  return titled(
    listPeople,
    { group },
    { say: ({ items }) => items.find(({ handle }) => handle === person)?.name, otherwise: 'Person' },
  )
}

export default async function PersonPage({ params }: Props) {
  const input = listTimeOff.input.safeParse(await params)
  if (!input.success || input.data.person === undefined) notFound()
  const { group, person } = input.data
  const { items } = await answerFor(listPeople, { group })
  if (!items.some(({ handle }) => handle === person)) notFound()
  return (
    <Prefetch reads={[...lookupReads(group), ...personReads(group, person)]}>
      <PersonView key={person} group={group} person={person} />
    </Prefetch>
  )
}
