'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

import { InboxBell } from '#components/inbox/inbox-bell.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { ModKbd } from '#components/ui/keys/kbd.tsx'
import { epicsLink, groupLink, issuesLink } from '#lib/kit/links.ts'

import { LiveDot } from './live-dot.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SampleMark } from './sample-mark.tsx'
import { useGroup } from '#components/shell/use-group.ts'

type Props = {
  group: string
  folded: boolean
  onUnfold: () => void
  onDrawer: () => void
  onKeys: () => void
  onSearch: () => void
  /** Fetches the palette before it is asked for. */
  aheadOfSearch: () => void
}

export function TopBar({ group, folded, onUnfold, onDrawer, onKeys, onSearch, aheadOfSearch }: Props) {
  return (
    <header className="flex h-[46px] flex-none items-center gap-2.5 border-b border-line bg-surface px-5 max-sm:px-3 print:hidden">
      <Button
        kind="quiet"
        size="icon"
        aria-label="Open the menu"
        className="-ml-1.5 md:hidden"
        onClick={onDrawer}
      >
        <Icon name="menu" />
      </Button>
      {folded && (
        <Button
          kind="quiet"
          size="icon"
          aria-label="Expand sidebar"
          tip="Expand sidebar ( [ )"
          className="-ml-1.5 max-md:hidden"
          onClick={onUnfold}
        >
          <Icon name="sidebar" />
        </Button>
      )}
      <Crumbs group={group} />
      <span className="flex-1" />
      {/* Its words grow into the free room at its left: nothing beside it moves. */}
      <LiveDot group={group} />
      <Button
        className="min-w-40 text-ink-3 max-lg:size-[30px] max-lg:min-w-0 max-lg:justify-center max-lg:border-transparent max-lg:bg-transparent max-lg:p-0 max-lg:shadow-none"
        aria-haspopup="dialog"
        onPointerEnter={aheadOfSearch}
        onFocus={aheadOfSearch}
        onClick={onSearch}
      >
        <Icon name="search" />
        <span className="flex-1 text-left font-normal max-lg:sr-only">Search</span>
        <ModKbd className="max-lg:hidden">K</ModKbd>
      </Button>
      <SampleMark group={group} />
      <InboxBell group={group} />
      <PersonMenu onKeys={onKeys} />
    </header>
  )
}

const PAGES: Record<string, string> = {
  issues: 'Issues',
  epics: 'Epics',
  activity: 'Activity',
  dris: 'DRIs',
  drift: 'Drift',
  hands: 'Hands',
  'time-off': 'Time off',
  people: 'People',
  ownership: 'Ownership',
  models: 'Models',
  pings: 'Pings',
  settings: 'Settings',
  search: 'Search',
  inbox: 'Inbox',
  week: 'My week',
  status: 'Status',
  sync: 'Sync',
  'say-do': 'Say/Do',
  insights: 'Insights',
  'push-backs': 'Push-backs',
  cadence: 'Cadence',
  retrospectives: 'Retrospectives',
}

/** What stands below a milestone. */
const OF_MILESTONE: Record<string, string> = { capacity: 'Capacity', plan: 'Plan', 'say-do': 'Say/Do' }

/** Where one is, read from the address. */
function Crumbs({ group }: { group: string }) {
  const { name, boards } = useGroup(group)
  const [, , page = '', detail, below = ''] = usePathname().split('/')
  const board = boards.find(({ slug }) => slug === detail)
  const within = page === 'issues' || page === 'epics'
  const last =
    page === 'boards'
      ? (board?.title ?? '')
      : within && detail
        ? detail === 'report'
          ? 'Triage report'
          : `${page === 'issues' ? '#' : '&'}${detail}`
        : page === 'milestones'
          ? (OF_MILESTONE[below] ?? 'Milestone')
          : (PAGES[page] ?? '')
  return (
    <nav aria-label="You are here" className="flex min-w-0 items-center gap-1.5 whitespace-nowrap text-ink-3">
      <Link
        dir="auto"
        href={groupLink(group)}
        prefetch={false}
        className="truncate rounded-xs hover:text-ink max-sm:hidden"
      >
        {name}
      </Link>
      <span aria-hidden="true" className="max-sm:hidden">
        /
      </span>
      {page === 'boards' && <span className="max-sm:hidden">Boards</span>}
      {within && detail && (
        <Link
          href={page === 'issues' ? issuesLink(group) : epicsLink(group)}
          prefetch={false}
          className="tap rounded-xs hover:text-ink"
        >
          {/* A phone has room for the way back, not for its name. */}
          <Icon name="right" className="size-4 rotate-180 sm:hidden" />
          <span className="max-sm:sr-only">{PAGES[page]}</span>
        </Link>
      )}
      {(page === 'boards' || (within && detail)) && (
        <span aria-hidden="true" className="max-sm:hidden">
          /
        </span>
      )}
      <b aria-current="page" className="num truncate font-semibold text-ink">
        {last}
      </b>
    </nav>
  )
}
