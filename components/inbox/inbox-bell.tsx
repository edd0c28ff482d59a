'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { Icon } from '#components/ui/icon.tsx'
import { countInbox } from '#lib/contract/inbox-count.ts'
import { reading } from '#lib/http/query.ts'
import { inboxLink } from '#lib/kit/links.ts'

const shortly = (count: number) => (count > 99 ? '99+' : String(count))

/** The same for the list of pages; null where nothing waits. */
export function useInboxCount(group: string): string | null {
  const { data } = useQuery(reading(countInbox, { group }))
  return data && data.count > 0 ? shortly(data.count) : null
}

/** How much waits for one, and the way there. What was put off comes back when one looks at the page again. */
export function InboxBell({ group }: { group: string }) {
  const { data } = useQuery({ ...reading(countInbox, { group }), refetchOnWindowFocus: 'always' })
  const count = data?.count ?? 0
  const label = count === 0 ? 'Inbox' : `Inbox, ${count} waiting`
  return (
    <Link
      href={inboxLink(group)}
      prefetch={false}
      aria-label={label}
      data-tip={data?.quietUntil ? `${label}. It is quiet now.` : label}
      className="tap relative grid size-[30px] flex-none place-items-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink"
    >
      <Icon name="inbox" />
      {count > 0 && (
        <span
          aria-hidden="true"
          className="num absolute -top-0.5 -right-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[10px] leading-none font-semibold text-on-accent"
        >
          {shortly(count)}
        </span>
      )}
    </Link>
  )
}
