'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

import { cx } from '#components/ui/cx.ts'

import { queryOf } from './list-state.ts'
import type { ListState, StateTab } from './list-state.ts'

const TABS: readonly [StateTab, string][] = [
  ['open', 'Open'],
  ['closed', 'Closed'],
  ['all', 'All'],
]

/** Links, so that each has an address. */
export function StateTabs({ state }: { state: ListState }) {
  const here = usePathname()
  return (
    <nav aria-label="State" className="flex gap-0.5 rounded-sm bg-sunken p-0.5">
      {TABS.map(([tab, title]) => (
        <Link
          key={tab}
          href={`${here}${queryOf({ ...state, tab })}`}
          prefetch={false}
          replace
          aria-current={tab === state.tab ? 'page' : undefined}
          className={cx(
            'tap flex min-h-6 items-center rounded-xs px-2.5 text-xs font-medium',
            tab === state.tab
              ? 'bg-surface text-ink shadow-card ring-1 ring-line'
              : 'text-ink-2 hover:text-ink',
          )}
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}
