'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { readIssue } from '#lib/contract/issues.ts'
import type { Issue } from '#lib/contract/issues.ts'
import { Refused } from '#lib/http/call.ts'
import { reading } from '#lib/http/query.ts'

import { useHopes } from './hopes.ts'
import type { Lookups } from './lookups.ts'

/** An issue with what one's own acts are about to change in it; null while it is on its way. */
export function useIssue(group: string, ref: number, { labels }: Pick<Lookups, 'labels'>): Issue | null {
  const { data, error } = useQuery(reading(readIssue, { group, ref }))
  const hoped = useHopes(group).get(ref)
  const issue = useMemo(() => {
    if (!data || !hoped) return data ?? null
    const held = hoped.labelIds?.flatMap((id) => labels.find((label) => label.id === id) ?? [])
    return { ...data, ...hoped, ...(held ? { labels: held } : {}) }
  }, [data, hoped, labels])
  // Whoever may not see it any more sees it no longer, although it is here still.
  if (error && (!data || isGone(error))) throw error
  return issue
}

const isGone = (error: unknown): boolean => error instanceof Refused && error.problem.status === 404
