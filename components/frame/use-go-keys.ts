'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { boardLink, inboxLink, ownershipLink, weekLink } from '#lib/kit/links.ts'

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
  useHotkeys('Go to', [
    to('b', 'Build board', boardLink(group, board('build'))),
    to('p', 'Planning board', boardLink(group, board('planning'))),
    to('w', 'My week', weekLink(group)),
    to('i', 'Inbox', inboxLink(group)),
    to('o', 'Ownership', ownershipLink(group)),
  ])
  useEffect(() => {
    const timer = setTimeout(() => {
      remember(group, { title: document.title.replace(/ · Saydo$/, ''), href: here })
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [group, here])
}

/** By then the page has its title; what was passed through faster is no place one was at. */
const SETTLED_MS = 800
