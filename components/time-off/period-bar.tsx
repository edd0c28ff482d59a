'use client'

import Link from 'next/link'
import { useState } from 'react'

import { MenuButton } from '#components/ui/popups/menu.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { timeOffLink } from '#lib/kit/links.ts'
import { monthOf } from '#lib/kit/plain-date.ts'

import type { Period, PeriodQuery } from './period.ts'

const ImportDialog = lazyPopup(
  async () => (await import('#components/time-off/files/import-dialog.tsx')).ImportDialog,
)
const FeedDialog = lazyPopup(
  async () => (await import('#components/time-off/files/feed-dialog.tsx')).FeedDialog,
)

type Props = { group: string; period: Period; mayImport: boolean }

/** The title of the page, the days that it shows, and calendar files. */
export function PeriodBar({ group, period, mayImport }: Props) {
  const [dialog, setDialog] = useState<'import' | 'feed' | null>(null)
  const { view, title, from, before, after } = period
  const close = () => setDialog(null)
  return (
    <header className="flex flex-wrap items-center gap-2.5">
      <h1 className="text-lg">Time off</h1>
      <nav aria-label="Days" className="flex items-center rounded-sm border border-line bg-sunken p-0.5">
        <Arrow group={group} query={before} label={`Previous ${view}`} isBack />
        <span
          aria-live="polite"
          className="num min-w-32 rounded-xs bg-surface px-3 py-0.5 text-center font-semibold"
        >
          <bdi>{title}</bdi>
        </span>
        <Arrow group={group} query={after} label={`Next ${view}`} />
      </nav>
      <span className="flex-1 max-sm:hidden" />
      <nav aria-label="Range" className="no-print flex rounded-sm border border-line bg-sunken p-0.5">
        <Tab href={timeOffLink(group, { month: monthOf(from) })} isHere={view === 'month'}>
          Month
        </Tab>
        <Tab href={timeOffLink(group, { view: 'milestone' })} isHere={view === 'milestone'}>
          Milestone
        </Tab>
      </nav>
      <MenuButton
        className="no-print"
        menuLabel="Calendar"
        entries={() => [
          ...(mayImport
            ? [{ kind: 'act' as const, label: 'Import calendar file…', act: () => setDialog('import') }]
            : []),
          { kind: 'act', label: 'Calendar feed…', act: () => setDialog('feed') },
        ]}
      >
        <Icon name="calendar" />
        Calendar
      </MenuButton>
      {dialog === 'import' && <ImportDialog group={group} onClose={close} />}
      {dialog === 'feed' && <FeedDialog group={group} onClose={close} />}
    </header>
  )
}

type ArrowProps = { group: string; query: PeriodQuery | null; label: string; isBack?: boolean }

function Arrow({ group, query, label, isBack = false }: ArrowProps) {
  const icon = <Icon name="right" className={cx('size-3.5', isBack && 'rotate-180')} />
  const box = 'no-print tap grid size-7 place-items-center rounded-xs'
  if (!query) return <span className={cx(box, 'text-ink-3 opacity-60')}>{icon}</span>
  return (
    <Link
      href={timeOffLink(group, sentOf(query))}
      prefetch={false}
      aria-label={label}
      data-tip={label}
      className={cx(box, 'hover:bg-hover')}
    >
      {icon}
    </Link>
  )
}

const sentOf = (query: PeriodQuery): Record<string, string> =>
  Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])))

type TabProps = { href: string; isHere: boolean; children: string }

const Tab = ({ href, isHere, children }: TabProps) => (
  <Link
    href={href}
    prefetch={false}
    aria-current={isHere ? 'page' : undefined}
    className={cx(
      'tap rounded-xs px-2.5 py-0.5 font-medium',
      isHere ? 'bg-surface text-ink shadow-card' : 'text-ink-2 hover:text-ink',
    )}
  >
    {children}
  </Link>
)
