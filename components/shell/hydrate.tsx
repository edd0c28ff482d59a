'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo } from 'react'

type Entry = { key: readonly unknown[]; text: string }

/**
 * Puts what the server has read into the query cache before the components below ask for it. What is new goes in while
 * rendering, so that the first paint has it; what is shown already is refreshed after it.
 */
export function Hydrate({ entries, children }: { entries: readonly Entry[]; children: ReactNode }) {
  const client = useQueryClient()
  const known = useMemo(() => {
    const known: Entry[] = []
    for (const entry of entries) {
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
