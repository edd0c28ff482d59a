'use client'

import { useQuery } from '@tanstack/react-query'

import { listViews } from '#lib/contract/views.ts'
import type { SavedView } from '#lib/contract/views.ts'
import { reading } from '#lib/http/query.ts'

const NONE: readonly SavedView[] = []

/** One's own views and those of the group; none until they are here. */
export function useViews(group: string): readonly SavedView[] {
  return useQuery(reading(listViews, { group })).data?.items ?? NONE
}

/** The part of an address that makes a view: without what happens to be open, and the moment that it is looked at. */
export function viewQuery(search: string): string {
  const query = new URLSearchParams(search)
  query.delete('peek')
  query.delete('at')
  return query.toString().replaceAll('%21=', '!=').replaceAll('%2C', ',')
}
