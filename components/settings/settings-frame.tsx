'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

import { useActor, useGroup } from '#components/shell/use-group.ts'
import { cx } from '#components/ui/cx.ts'
import { PageFrame } from '#components/ui/page-frame.tsx'
import type { Actor } from '#lib/domain/permissions.ts'
import { settingsLink } from '#lib/kit/links.ts'

import { sections } from './sections.ts'

/** The rooms of the settings at the left, the one that is open at the right. */
export function SettingsFrame({ group, children }: { group: string; children: ReactNode }) {
  const actor = useActor(group)
  const { sample } = useGroup(group)
  const path = usePathname()
  const rooms = sections(EVERYTHING, true).flatMap((section) => section.rooms)
  const title = rooms.find(({ slug }) => path === settingsLink(group, slug))?.name ?? 'Settings'
  return (
    <PageFrame className="flex flex-col gap-4">
      <h1 className="text-lg">{title}</h1>
      <div className="flex gap-8 max-md:flex-col max-md:gap-4">
        <nav
          aria-label="Settings"
          className="scroll-calm -ml-2 w-44 flex-none max-md:relative max-md:-mx-5 max-md:flex max-md:w-auto max-md:overflow-x-auto max-md:border-b max-md:border-line max-md:px-3 max-md:pb-2 max-sm:-mx-3 max-sm:px-1"
        >
          {sections(actor, sample).map((section) => (
            <section key={section.title} className="pb-3 max-md:flex-none max-md:pb-0">
              <h2 className="px-2 py-1 text-2xs font-semibold text-ink-3 max-md:sr-only">{section.title}</h2>
              <ul className="flex flex-col gap-px max-md:flex-row">
                {section.rooms.map(({ slug, name }) => (
                  <li key={slug}>
                    <Room href={settingsLink(group, slug)}>{name}</Room>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        <div className="flex min-w-0 flex-1 flex-col gap-4 pb-10">{children}</div>
      </div>
    </PageFrame>
  )
}

/** A room that is not listed for a reader has its title all the same: what it may say is that they may not. */
const EVERYTHING: Actor = { roles: ['em'], admin: true }

/** On a phone the rooms are one line, of which the open one may lie outside. */
function bringIntoView(room: HTMLElement | null) {
  room?.scrollIntoView({ block: 'nearest', inline: 'center' })
}

function Room({ href, children }: { href: string; children: ReactNode }) {
  const current = usePathname() === href
  return (
    <Link
      ref={current ? bringIntoView : undefined}
      href={href}
      prefetch={false}
      aria-current={current ? 'page' : undefined}
      className={cx(
        'flex min-h-[29px] whitespace-nowrap items-center rounded-sm px-2 pointer-coarse:min-h-11',
        current ? 'bg-hover font-semibold text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
      )}
    >
      {children}
    </Link>
  )
}
