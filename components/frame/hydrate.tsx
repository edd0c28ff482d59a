'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo } from 'react'

import { keepTrees } from '#components/texts/brought.ts'
import { speaker } from '#lib/http/speaker.ts'

/** `trees` are those of the texts in Markdown that the answer holds; see `keepTrees`. */
type Entry = { key: readonly unknown[]; text: string; trees?: string | undefined }

type Props = { entries: readonly Entry[]; person: string; children: ReactNode }

/** A page, or a part of one that came later, as it was read for a person: for the one of this page, or for none. */
export function Hydrate({ entries, person, children }: Props) {
  if (!isOurs(person)) return <Elsewhere />
  return <Entries entries={entries}>{children}</Entries>
}

/** The first one names the person of the page. On the server every page has its own. */
function isOurs(person: string): boolean {
  if (typeof window === 'undefined') return true
  speaker.person ??= person
  return speaker.person === person
}

/** Another person signed in meanwhile: the page that was asked for is theirs, and is read as a whole. */
function Elsewhere() {
  useEffect(() => location.reload(), [])
  return null
}

/**
 * Puts what the server has read into the query cache before the components below ask for it. What is new goes in while
 * rendering, so that the first paint has it; what is shown already is refreshed after it.
 */
function Entries({ entries, children }: Omit<Props, 'person'>) {
  const client = useQueryClient()
  const known = useMemo(() => {
    const known: Entry[] = []
    for (const entry of entries) {
      if (entry.trees !== undefined) keepTrees(client, { answer: entry.text, trees: entry.trees })
      if (client.getQueryData(entry.key) === undefined) client.setQueryData(entry.key, JSON.parse(entry.text))
      else known.push(entry)
    }
    return known
  }, [client, entries])
  useEffect(() => {
    for (const entry of known) client.setQueryData(entry.key, JSON.parse(entry.text))
  }, [client, known])
  return children
}
