import type { Metadata } from 'next'

import { Prefetch, readerIn } from '#app/_server/prefetch.tsx'
import { StatusPage } from '#components/updates/status-page.tsx'
import { statusPlace } from '#components/updates/status-place.ts'
import { readUpdates } from '#lib/contract/updates.ts'
import { may } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'
import { queryOf, type Searched } from '#lib/kit/query.ts'

type Props = { params: Promise<{ group: string }>; searchParams: Promise<Searched> }

/** As the heading of the view, without its week. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { group } = await params
  const { view } = await placeOf(group, await searchParams)
  return { title: view === 'mine' ? 'Your update' : 'Updates' }
}

export default async function Page({ params, searchParams }: Props) {
  const { group } = await params
  const place = await placeOf(group, await searchParams)
  const weeks = new Set([place.current, place.week])
  return (
    <Prefetch reads={[...weeks].map((week) => reading(readUpdates, { group, week }))}>
      <StatusPage group={group} place={place} />
    </Prefetch>
  )
}

async function placeOf(group: string, asked: Searched) {
  const { today, roles } = await readerIn(group)
  const mayPost = may({ roles, admin: false }, 'update.post')
  return statusPlace(queryOf(asked), { today, mayPost })
}
