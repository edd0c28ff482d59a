'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'

import { listPeople } from '#lib/contract/people.ts'
import { reading } from '#lib/http/query.ts'
import { isolated } from '#lib/kit/visible.ts'

/** Names of people of the group by their handles, isolated for sentences. */
export function usePeopleNames(group: string): (handle: string) => string {
  const people = useQuery(reading(listPeople, { group })).data?.items
  return useCallback(
    (handle) => isolated(people?.find((person) => person.handle === handle)?.name ?? handle),
    [people],
  )
}
