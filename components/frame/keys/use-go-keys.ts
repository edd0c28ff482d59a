'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'

import {
  boardLink,
  capacityLink,
  inboxLink,
  drisLink,
  insightsLink,
  milestoneLink,
  ownershipLink,
  planLink,
  sayDoLink,
  statusLink,
  syncLink,
  timeOffLink,
  weekLink,
} from '#lib/kit/links.ts'

import { useHotkeys } from '#components/shell/hotkeys.ts'
import { remember } from '#components/palette/recent.ts'
import { useGroup } from '#components/shell/use-group.ts'

/** G and a letter lead to the pages that are used most; where one was is remembered for the palette. */
export function useGoKeys(group: string) {
  const { boards } = useGroup(group)
  const router = useRouter()
  const here = usePathname()
  const board = (kind: string) => boards.find((one) => one.kind === kind)?.slug ?? boards[0]?.slug ?? kind
  const to = (key: string, what: string, href: string) => ({
    keys: [key],
    after: 'g',
    what,
    act: () => router.push(href),
  })
  useHotkeys(
    'Go to',
    [
      to('b', 'Build board', boardLink(group, board('build'))),
      to('p', 'Planning board', boardLink(group, board('planning'))),
      to('m', 'Milestone', milestoneLink(group)),
      to('l', 'Plan', planLink(group)),
      to('c', 'Capacity', capacityLink(group)),
      to('s', 'Say/Do', sayDoLink(group)),
      to('w', 'My week', weekLink(group)),
      to('i', 'Inbox', inboxLink(group)),
      to('o', 'Ownership', ownershipLink(group)),
      to('d', 'DRIs', drisLink(group)),
      to('t', 'Time off', timeOffLink(group)),
      to('y', 'Sync', syncLink(group)),
      to('n', 'Insights', insightsLink(group)),
      { keys: ['u'], what: 'My weekly update', act: () => router.push(statusLink(group)) },
    ],
    { isBelow: true },
  )
  useEffect(() => {
    const timer = setTimeout(() => {
      remember(group, { title: document.title.replace(/ · Saydo$/, ''), href: here })
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [group, here])
}

/** By then the page has its title; what was passed through faster is no place one was at. */
const SETTLED_MS = 800
