import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { answerFor, Prefetch } from '#app/_server/prefetch.tsx'
import { OrganisationFrame } from '#components/frame/organisation-frame.tsx'
import { OrganisationPage } from '#components/say-do/organisation/organisation-page.tsx'
import { SPANS } from '#components/say-do/organisation/spans.ts'
import { readMe } from '#lib/contract/groups.ts'
import { readOrganisation } from '#lib/contract/say-do.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Say/Do of all groups' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Organisation({ searchParams }: Props) {
  const [asked, { groups }] = [await searchParams, await answerFor(readMe, {})]
  if (groups.length === 0) notFound()
  const last = SPANS.find((span) => String(span) === asked.last) ?? SPANS[0]
  return (
    <Prefetch reads={[reading(readMe, {}), reading(readOrganisation, { last })]}>
      <OrganisationFrame title="Say/Do of all groups">
        <OrganisationPage last={last} />
      </OrganisationFrame>
    </Prefetch>
  )
}
