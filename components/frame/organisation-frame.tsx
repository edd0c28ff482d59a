'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'

import { Logo } from '#components/ui/logo.tsx'
import { homeLink } from '#lib/kit/home-link.ts'

import { PersonMenu } from './person-menu.tsx'

/** What stands round a page that is of no single group: the way home and the person. */
export const OrganisationFrame = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="flex h-dvh flex-col overflow-hidden print:block print:h-auto print:overflow-visible">
    <header className="flex h-[46px] flex-none items-center gap-2.5 border-b border-line bg-surface px-5 max-sm:px-3 no-print">
      <nav aria-label="You are here" className="flex min-w-0 items-center gap-2 whitespace-nowrap text-ink-3">
        <Link href={homeLink} className="tap flex items-center gap-2 rounded-xs hover:text-ink">
          <Logo className="size-[22px]" />
          Home
        </Link>
        <span aria-hidden="true">/</span>
        <b dir="auto" aria-current="page" className="truncate font-semibold text-ink">
          {title}
        </b>
      </nav>
      <span className="flex-1" />
      <PersonMenu />
    </header>
    <main
      id="main"
      tabIndex={-1}
      className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none print:overflow-visible"
    >
      {children}
    </main>
  </div>
)
