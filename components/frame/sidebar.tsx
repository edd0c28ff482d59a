'use client'

import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

import { NewBoard } from '#components/boards/edit/new-board.tsx'
import { milestoneNote } from '#components/boards/edit/titles.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { IconName } from '#components/ui/icon.tsx'
import { useInboxCount } from '#components/inbox/inbox-bell.tsx'
import { SideViews } from '#components/views/side-views.tsx'
import {
  activityLink,
  boardLink,
  cadenceLink,
  capacityLink,
  drisLink,
  epicsLink,
  issuesLink,
  inboxLink,
  insightsLink,
  milestoneLink,
  modelsLink,
  ownershipLink,
  peopleLink,
  planLink,
  pushBacksLink,
  retrospectiveLink,
  sayDoLink,
  timeOffLink,
  settingsLink,
  statusLink,
  syncLink,
  weekLink,
} from '#lib/kit/links.ts'

import { GroupSwitch } from './group-switch.tsx'
import { useGroup } from '#components/shell/use-group.ts'

type Props = { group: string; onLeave: () => void; onFold: () => void }

export function Sidebar({ group, onLeave, onFold }: Props) {
  const { boards } = useGroup(group)
  const titleOn = (kind: string) => boards.find((board) => board.kind === kind)?.milestoneTitle ?? null
  const waiting = useInboxCount(group)
  return (
    <nav
      aria-label="Pages"
      className="scroll-calm flex h-full flex-col gap-px overflow-y-auto border-r border-line bg-sunken px-2 py-2.5"
    >
      <div className="flex items-center gap-1 pb-2">
        <GroupSwitch group={group} />
        <Button
          kind="quiet"
          size="icon-sm"
          aria-label="Collapse sidebar"
          tip="Collapse sidebar ( [ )"
          className="max-md:hidden"
          onClick={onFold}
        >
          <Icon name="sidebar" />
        </Button>
      </div>
      <Item href={weekLink(group)} onLeave={onLeave} icon="home">
        My week
      </Item>
      <Item href={inboxLink(group)} here={/\/pings$/} onLeave={onLeave} icon="inbox" note={waiting}>
        Inbox
      </Item>
      <div className="flex items-end justify-between">
        <Heading>Boards</Heading>
        <NewBoard group={group} />
      </div>
      {boards.map((board) => (
        <Item
          key={board.slug}
          href={boardLink(group, board.slug)}
          onLeave={onLeave}
          icon="board"
          note={milestoneNote(board)}
        >
          {board.title.replace(/ Milestones$/, '')}
        </Item>
      ))}
      <Heading>Milestone</Heading>
      <Item
        href={milestoneLink(group)}
        here={/\/milestones\/[^/]+$/}
        isExact
        onLeave={onLeave}
        icon="milestone"
        note={titleOn('build')}
      >
        Overview
      </Item>
      <Item
        href={planLink(group)}
        here={/\/milestones\/[^/]+\/plan$/}
        onLeave={onLeave}
        icon="checks"
        note={titleOn('planning')}
      >
        Plan
      </Item>
      <Item
        href={capacityLink(group)}
        here={/\/milestones\/[^/]+\/capacity$/}
        onLeave={onLeave}
        icon="bars"
        note={titleOn('planning')}
      >
        Capacity
      </Item>
      <Item href={sayDoLink(group)} here={/\/milestones\/[^/]+\/say-do$/} onLeave={onLeave} icon="kept">
        Say/Do
      </Item>
      <Heading>Work</Heading>
      <Item href={issuesLink(group)} onLeave={onLeave} icon="list">
        Issues
      </Item>
      <Item href={epicsLink(group)} onLeave={onLeave} icon="group">
        Epics
      </Item>
      <Item href={activityLink(group)} onLeave={onLeave} icon="pulse">
        Activity
      </Item>
      <SideViews group={group} onLeave={onLeave} />
      <Heading>Team</Heading>
      <Item href={statusLink(group)} onLeave={onLeave} icon="status">
        Status
      </Item>
      <Item href={syncLink(group)} onLeave={onLeave} icon="chat">
        Sync
      </Item>
      <Item href={drisLink(group)} here={/\/(?:drift|hands)$/} onLeave={onLeave} icon="people">
        DRIs
      </Item>
      <Item href={cadenceLink(group)} onLeave={onLeave} icon="calendar">
        Cadence
      </Item>
      <Item href={retrospectiveLink(group)} onLeave={onLeave} icon="clock">
        Retrospectives
      </Item>
      <Item href={timeOffLink(group)} onLeave={onLeave} icon="sun">
        Time off
      </Item>
      <Item href={peopleLink(group)} onLeave={onLeave} icon="people">
        People
      </Item>
      <Heading>Group</Heading>
      <Item href={ownershipLink(group)} onLeave={onLeave} icon="map">
        Ownership
      </Item>
      <Item href={pushBacksLink(group)} onLeave={onLeave} icon="back">
        Push-backs
      </Item>
      <Item href={modelsLink(group)} onLeave={onLeave} icon="flask">
        Models
      </Item>
      <Item href={insightsLink(group)} onLeave={onLeave} icon="chart">
        Insights
      </Item>
      <span className="flex-1" />
      <Item href={settingsLink(group)} onLeave={onLeave} icon="settings">
        Settings
      </Item>
    </nav>
  )
}

const Heading = ({ children }: { children: ReactNode }) => (
  <h2 className="px-2 pt-3.5 pb-1 text-2xs font-semibold text-ink-3">{children}</h2>
)

type ItemProps = {
  href: string
  /** Addresses that are this page too. */
  here?: RegExp
  /** Pages below it are others. */
  isExact?: boolean
  icon: IconName
  note?: string | null
  onLeave: () => void
  children: ReactNode
}

function Item({ href, here, isExact, icon, note, onLeave, children }: ItemProps) {
  const path = usePathname()
  const current = path === href || (!isExact && path.startsWith(`${href}/`)) || (here?.test(path) ?? false)
  return (
    <Link
      href={href}
      prefetch={false}
      onClick={onLeave}
      aria-current={current ? 'page' : undefined}
      className={cx(
        'flex min-h-[29px] items-center gap-[9px] rounded-sm px-2 pointer-coarse:min-h-11',
        current
          ? 'bg-surface font-semibold text-ink shadow-card ring-1 ring-line'
          : 'font-medium text-ink-2 hover:bg-hover hover:text-ink',
      )}
    >
      <ItemIcon icon={icon} current={current} />
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {/* How much waits is said by the bell of the top bar. */}
      {note && (
        <span
          aria-hidden={icon === 'inbox' || undefined}
          className="num max-w-20 truncate text-2xs font-normal text-ink-3"
        >
          {note}
        </span>
      )}
    </Link>
  )
}

/** While its page is on the way it pulses; the page before stays until the new one is whole. */
function ItemIcon({ icon, current }: { icon: IconName; current: boolean }) {
  const { pending } = useLinkStatus()
  const tone = current || pending ? 'text-accent' : 'text-ink-3'
  return <Icon name={icon} className={cx('size-[15px]', tone, pending && 'motion-safe:animate-pulse')} />
}
