'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { fetchAhead } from '#components/ui/popups/fetch-ahead.ts'

/** Fetches what questions offer while the page is at rest: the first one opens as quickly as the second. */
export function useLookupsAhead(group: string) {
  const client = useQueryClient()
  useEffect(() => {
    fetchAhead(async () => (await import('./lookups-ahead.ts')).fetchLookups(client, group))
  }, [client, group])
}
