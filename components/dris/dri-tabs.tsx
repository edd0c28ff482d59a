'use client'

import Link from 'next/link'

import { cx } from '#components/ui/cx.ts'
import { driftLink, drisLink, handsLink } from '#lib/kit/links.ts'

export type DriPage = 'dris' | 'hands' | 'drift'

const TABS: readonly { page: DriPage; text: string; link: (group: string) => string }[] = [
  { page: 'dris', text: 'DRIs', link: drisLink },
  { page: 'hands', text: 'Hands', link: handsLink },
  { page: 'drift', text: 'Drift', link: driftLink },
]

/** Who drives what, which hands are raised, and what drifts: one page each. */
export const DriTabs = ({ group, here }: { group: string; here: DriPage }) => (
  <nav aria-label="DRIs" className="no-print flex rounded-sm border border-line bg-sunken p-0.5">
    {TABS.map(({ page, text, link }) => (
      <Link
        key={page}
        href={link(group)}
        prefetch={false}
        aria-current={page === here ? 'page' : undefined}
        className={cx(
          'tap inline-flex min-h-6 items-center rounded-xs px-2.5 font-medium',
          page === here ? 'bg-surface text-ink shadow-card' : 'text-ink-2 hover:text-ink',
        )}
      >
        {text}
      </Link>
    ))}
  </nav>
)
