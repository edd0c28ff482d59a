'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'

import { cx } from '#components/ui/cx.ts'

/** Open or closed: two links, so that each has an address. */
export function StateTabs() {
  const here = usePathname()
  const params = useSearchParams()
  const closed = params.get('state') === 'closed'
  const address = (state: 'open' | 'closed') => {
    const query = new URLSearchParams(params)
    if (state === 'open') query.delete('state')
    else query.set('state', state)
    return query.size === 0 ? here : `${here}?${query}`
  }
  return (
    <nav aria-label="State" className="flex gap-0.5 rounded-sm bg-sunken p-0.5">
      {(['open', 'closed'] as const).map((state) => {
        const current = (state === 'closed') === closed
        return (
          <Link
            key={state}
            href={address(state)}
            prefetch={false}
            replace
            aria-current={current ? 'page' : undefined}
            className={cx(
              'flex min-h-6 items-center rounded-xs px-2.5 text-xs font-medium',
              current ? 'bg-surface text-ink shadow-card ring-1 ring-line' : 'text-ink-2 hover:text-ink',
            )}
          >
            {state === 'open' ? 'Open' : 'Closed'}
          </Link>
        )
      })}
    </nav>
  )
}
