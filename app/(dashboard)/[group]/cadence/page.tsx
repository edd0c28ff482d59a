import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { CadencePage } from '#components/activities/cadence-page.tsx'
import { listActivities } from '#lib/contract/activities.ts'
import { listCalls } from '#lib/contract/calls.ts'
import { listPeople } from '#lib/contract/people.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Cadence' }

export default async function Page({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch
      reads={[
        reading(listActivities, { group }),
        reading(listCalls, { group }),
        reading(listPeople, { group }),
      ]}
    >
      <CadencePage group={group} />
    </Prefetch>
  )
}
