'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'

import { Chip } from '#components/ui/chip.tsx'
import { cx } from '#components/ui/cx.ts'
import { statusLink } from '#lib/kit/links.ts'

import type { StatusView } from './status-place.ts'

type Props = {
  group: string
  view: StatusView
  heading: string
  chip: ReactNode
  /** “4 of 6 posted”, of this week; on a phone it stands in the tab. */
  posted: string
  children: ReactNode
}

/** The title of the page, how far the week is, and the three views. */
export const StatusHeader = ({ group, view, heading, chip, posted, children }: Props) => (
  <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
    <h1 className="text-lg">{heading}</h1>
    {chip && <Chip>{chip}</Chip>}
    <span className="flex-1 max-sm:hidden" />
    <nav
      aria-label="Views"
      className="no-print flex rounded-sm border border-line bg-sunken p-0.5 max-sm:w-full"
    >
      <Tab group={group} to="mine" view={view}>
        Mine
      </Tab>
      <Tab group={group} to="group" view={view}>
        Group<span className="sm:hidden">, {posted.replace(/ posted$/, '')}</span>
      </Tab>
      <Tab group={group} to="history" view={view}>
        History
      </Tab>
    </nav>
    {children}
  </header>
)

type TabProps = { group: string; to: StatusView; view: StatusView; children: ReactNode }

const Tab = ({ group, to, view, children }: TabProps) => (
  <Link
    href={statusLink(group, { view: to })}
    prefetch={false}
    aria-current={to === view ? 'page' : undefined}
    className={cx(
      'tap num min-h-6 content-center rounded-xs px-2.5 font-medium max-sm:min-h-9 max-sm:flex-1 max-sm:text-center',
      to === view ? 'bg-surface text-ink shadow-card' : 'text-ink-2 hover:text-ink',
    )}
  >
    {children}
  </Link>
)
