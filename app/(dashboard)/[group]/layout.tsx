import { cookies } from 'next/headers'
import type { ReactNode } from 'react'

import { buildName } from '#app/_server/build.ts'
import { Prefetch } from '#app/_server/prefetch.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { readGroup, readMe } from '#lib/contract/groups.ts'
import { listPeople } from '#lib/contract/people.ts'
import { listViews } from '#lib/contract/views.ts'
import { reading } from '#lib/http/query.ts'

type Props = { params: Promise<{ group: string }>; children: ReactNode }

export default async function GroupLayout({ params, children }: Props) {
  const { group } = await params
  const folded = (await cookies()).get('saydo.sidebar')?.value === 'folded'
  return (
    <Prefetch
      reads={[
        reading(readMe, {}),
        reading(readGroup, { group }),
        reading(listPeople, { group }),
        reading(listViews, { group }),
      ]}
    >
      <Frame group={group} folded={folded} build={buildName()}>
        {children}
      </Frame>
    </Prefetch>
  )
}
