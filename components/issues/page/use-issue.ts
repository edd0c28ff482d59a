'use client'

import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'

import { whoIsAway } from '#components/changes/outbox.ts'
import { readIssue } from '#lib/contract/issues.ts'
import type { Issue } from '#lib/contract/issues.ts'
import { isGone } from '#lib/http/call.ts'
import { reading } from '#lib/http/query.ts'

import { useOptimistic } from '#components/changes/optimistic.ts'
import type { Lookups } from '#components/lookups/lookups.ts'

type Seen = {
  issue: Issue | null
  error: Error | null
  /** It is not here, and nobody answers who could give it. */
  isCutOff: boolean
}

/** An issue with what one's own acts are about to change in it; null while it is on its way. */
export function useIssue(group: string, ref: number, lookups: Pick<Lookups, 'labels'>): Issue | null {
  const { issue, error } = useSeenIssue(group, ref, lookups)
  if (error) throw error
  return issue
}

/** The same for a panel, which says by itself that the issue cannot be shown; what lies beside it stays. */
export function useSeenIssue(group: string, ref: number, { labels }: Pick<Lookups, 'labels'>): Seen {
  const read = useQuery(reading(readIssue, { group, ref }))
  const { data, error } = read
  const optimistic = useOptimistic(group).get(ref)
  const issue = useMemo(() => {
    if (!data) return null
    const known = [...data.labels, ...labels]
    const { labelIds, ...facts } = { ...data, ...optimistic }
    const held = labelIds.flatMap((id) => known.find((label) => label.id === id) ?? [])
    return { ...facts, labelIds, labels: held }
  }, [data, optimistic, labels])
  // A person who may not see it any more sees it no longer, although it is here still.
  if (error && (!data || isGone(error))) return { issue: null, error, isCutOff: false }
  return { issue, error: null, isCutOff: isUnanswered(read) }
}

/** Whether something is not here and cannot be had for now. */
export const isUnanswered = ({ data, isError, fetchStatus, failureReason }: UseQueryResult): boolean =>
  data === undefined && (isError || fetchStatus === 'paused' || whoIsAway(failureReason) !== null)
