'use client'

import { useMemo } from 'react'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { listEpics } from '#lib/contract/epics.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { listTeams } from '#lib/contract/teams.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { isolated } from '#lib/kit/visible.ts'

/** What an issue can be given: the lookups of its group, in the order in which people look for things. */
export type Lookups = Pick<BoardView, 'labels' | 'people' | 'milestones' | 'current' | 'next' | 'epics'> & {
  teams: readonly { slug: string; name: string }[]
}

export function useLookups(group: string): Lookups {
  const labels = usePrefetched(listLabels, { group }).items
  const { items: milestones, current, next } = usePrefetched(listMilestones, { group })
  const people = usePrefetched(listPeople, { group }).items
  const epics = usePrefetched(listEpics, { group }).items
  const teams = usePrefetched(listTeams, { group }).items
  return useMemo(
    () => ({ labels, milestones, current, next, people, teams, epics }),
    [labels, milestones, current, next, people, teams, epics],
  )
}

/** Isolated, since it stands in sentences. */
export const nameOf = (handle: string, { people }: Pick<Lookups, 'people'>): string =>
  isolated(people.find((person) => person.handle === handle)?.name ?? handle)
