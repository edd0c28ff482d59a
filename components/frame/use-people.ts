'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { listPeople } from '#lib/contract/people.ts'
import { reading } from '#lib/http/query.ts'

const NOBODY: ReadonlyMap<string, string> = new Map()

/** Names by handle, for faces that are no part of the page itself; handles stand in until they are here. */
export function usePeople(group: string): ReadonlyMap<string, string> {
  const { data } = useQuery(reading(listPeople, { group }))
  return useMemo(
    () => (data ? new Map(data.items.map(({ handle, name }) => [handle, name])) : NOBODY),
    [data],
  )
}
