'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { fetchAhead } from '#components/ui/fetch-ahead.ts'
import { listEpics } from '#lib/contract/epics.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { reading } from '#lib/http/query.ts'

/** What every question about an issue offers, fetched while the page is at rest: the first one opens as the second. */
export function useLookupsAhead(group: string) {
  const client = useQueryClient()
  useEffect(() => {
    fetchAhead(() =>
      Promise.all([
        client.prefetchQuery(reading(listLabels, { group })),
        client.prefetchQuery(reading(listMilestones, { group })),
        client.prefetchQuery(reading(listPeople, { group })),
        client.prefetchQuery(reading(listTeams, { group })),
        client.prefetchQuery(reading(listEpics, { group })),
      ]),
    )
  }, [client, group])
}
