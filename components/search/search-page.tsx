'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useRef, useState } from 'react'

import { useLineKeys } from '#components/shell/use-line-keys.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Skeleton, Empty } from '#components/ui/state.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import type { Found } from '#lib/contract/search.ts'
import { searchLink } from '#lib/kit/links.ts'

import { FoundLine } from './found-line.tsx'
import { foundLink, KINDS } from './found-links.ts'
import { useFound } from './use-found.ts'

const MOST = 100

/** Everything that is found, on a page that has an address. */
export function SearchPage({ group }: { group: string }) {
  const params = useSearchParams()
  const [typed, setTyped] = useState(params.get('q') ?? '')
  const { items, waiting, failed } = useFound(group, typed, MOST)
  const field = useRef<HTMLInputElement>(null)
  useLineKeys({ title: 'Search', find: () => field.current?.select() })
  const change = (text: string) => {
    setTyped(text)
    history.replaceState(null, '', searchLink(group, text.trim()))
  }
  return (
    <PageFrame className="flex flex-col gap-4">
      <h1 className="text-lg">Search</h1>
      <label className="relative flex items-center">
        <span className="sr-only">Search everything in this group</span>
        <Icon name="search" className="absolute left-3 text-ink-3" />
        <input
          dir="auto"
          ref={field}
          type="search"
          value={typed}
          maxLength={200}
          placeholder="Words, a number such as #12, or a name"
          onChange={(event) => change(event.target.value)}
          className="min-h-10 w-full rounded-sm border border-control bg-surface py-2 pr-3 pl-9 text-base shadow-card"
        />
      </label>
      <output className="sr-only" aria-live="polite">
        {typed.trim() === '' || waiting ? '' : `${items.length} found`}
      </output>
      {typed.trim() === '' && (
        <Empty title="Search this group">
          <p>Issues, comments, epics, milestones, people, scope and boundaries.</p>
        </Empty>
      )}
      {typed.trim() !== '' && failed && (
        <Empty title="Search is not available">
          <p>Try again when the page shows “Live”.</p>
        </Empty>
      )}
      {typed.trim() !== '' && items.length === 0 && waiting && <Waiting />}
      {typed.trim() !== '' && items.length === 0 && !waiting && !failed && (
        <Empty title="No results">
          <p>Try fewer words. Results contain every word.</p>
        </Empty>
      )}
      {byBestHit(items).map(({ kind, title }) => {
        const ofKind = items.filter((found) => found.kind === kind)
        return ofKind.length === 0 ? null : (
          <section key={kind}>
            <h2 className="pb-1.5 text-xs font-medium text-ink-3">
              {title} <span className="num">{ofKind.length}</span>
            </h2>
            <ul className="overflow-hidden rounded-lg border border-line bg-surface">
              {ofKind.map((found) => (
                <li key={found.key} className="border-b border-line last:border-b-0">
                  <Link
                    href={foundLink(group, found)}
                    prefetch={false}
                    className="flex min-h-10 items-center px-3.5 py-2 hover:bg-hover focus-visible:outline-offset-[-2px]"
                  >
                    <FoundLine found={found} long />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </PageFrame>
  )
}

/** The kind of the best hit stands first: who asks for an owner reads the owner. */
const byBestHit = (items: readonly Found[]): typeof KINDS => {
  const order = [...new Set(items.map(({ kind }) => kind))]
  return KINDS.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

function Waiting() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4">
      {['w-3/4', 'w-1/2', 'w-2/3'].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </div>
  )
}
