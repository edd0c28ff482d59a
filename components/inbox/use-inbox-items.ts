'use client'

import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { OutputOf } from '#lib/contract/endpoint.ts'
import { listInbox } from '#lib/contract/inbox.ts'
import type { InboxView } from '#lib/contract/inbox.ts'
import { reading } from '#lib/http/query.ts'

type Page = OutputOf<typeof listInbox>
type Held = { view: InboxView; pages: readonly Page[] }

/** The pages of an inbox, as many as were asked for. Each begins where the one before it ends now, so that none is missed. */
export function useInboxItems(group: string, view: InboxView) {
  const client = useQueryClient()
  const [wanted, want] = useState({ view, pages: 1 })
  const depth = wanted.view === view ? wanted.pages : 1
  const reads = [pageOf(group, view)]
  for (let at = 1; at < depth; at += 1) {
    const last = reads.at(-1)
    const next = last && client.getQueryData<Page>(last.queryKey)?.next
    if (next) reads.push(pageOf(group, view, next))
  }
  const answers = useQueries({ queries: reads })
  const pages = answers.flatMap(({ data }) => data ?? [])
  // what was there before stays until a page that moved on is here again
  const [held, hold] = useState<Held>({ view, pages: [] })
  const whole = pages.length === answers.length
  if (whole && !isSame(held, { view, pages })) hold({ view, pages })
  const shown = whole ? pages : held.view === view ? held.pages : []
  return {
    pages: shown,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    more: shown.at(-1)?.next ? () => want({ view, pages: depth + 1 }) : null,
  }
}

const pageOf = (group: string, view: InboxView, cursor?: string) => ({
  ...reading(listInbox, { group, view, ...(cursor ? { cursor } : {}) }),
  refetchOnWindowFocus: 'always' as const,
})

const isSame = (a: Held, b: Held): boolean =>
  a.view === b.view && a.pages.length === b.pages.length && a.pages.every((page, at) => page === b.pages[at])
