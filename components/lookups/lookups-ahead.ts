import type { QueryClient } from '@tanstack/react-query'

import { listEpics } from '#lib/contract/epics.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { reading } from '#lib/http/query.ts'

/** What every question about an issue offers. */
export const fetchLookups = (client: QueryClient, group: string) =>
  Promise.all([
    client.prefetchQuery(reading(listLabels, { group })),
    client.prefetchQuery(reading(listMilestones, { group })),
    client.prefetchQuery(reading(listPeople, { group })),
    client.prefetchQuery(reading(listTeams, { group })),
    client.prefetchQuery(reading(listEpics, { group })),
  ])
