import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { Inbox } from '#components/inbox/inbox.tsx'
import { inboxView, listInbox } from '#lib/contract/inbox.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Inbox' }

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function InboxPage({ params, searchParams }: Props) {
  const [{ group }, query] = [await params, await searchParams]
  const view = inboxView.safeParse(query.view).data ?? 'open'
  return (
    <Prefetch reads={[reading(listInbox, { group, view })]}>
      <Inbox group={group} />
    </Prefetch>
  )
}
