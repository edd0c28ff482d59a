import Link from 'next/link'

import { cx } from '#components/ui/cx.ts'
import type { InboxView } from '#lib/contract/inbox.ts'
import { inboxLink, pingsLink } from '#lib/kit/links.ts'

type Tab = InboxView | 'pings'

export const VIEWS: readonly { view: InboxView; title: string }[] = [
  { view: 'open', title: 'Unread' },
  { view: 'snoozed', title: 'Snoozed' },
  { view: 'done', title: 'Done' },
]

const TABS: readonly { view: Tab; title: string }[] = [...VIEWS, { view: 'pings', title: 'Pings' }]

const hrefOf = (group: string, view: Tab): string =>
  view === 'pings' ? pingsLink(group) : inboxLink(group, view === 'open' ? undefined : view)

/** What the inbox holds by its state, and the mentions that wait on either side. */
export function InboxViews({ group, view }: { group: string; view: Tab }) {
  return (
    <nav aria-label="View" className="flex gap-0.5 rounded-sm bg-sunken p-0.5">
      {TABS.map((one) => (
        <Link
          dir="auto"
          key={one.view}
          href={hrefOf(group, one.view)}
          prefetch={false}
          aria-current={one.view === view ? 'page' : undefined}
          className={cx(
            'flex min-h-6 items-center rounded-xs px-2.5 text-xs font-medium pointer-coarse:min-h-9',
            one.view === view
              ? 'bg-surface text-ink shadow-card ring-1 ring-line'
              : 'text-ink-2 hover:text-ink',
          )}
        >
          {one.title}
        </Link>
      ))}
    </nav>
  )
}
