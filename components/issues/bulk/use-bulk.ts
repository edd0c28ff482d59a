'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

import { changeIssues } from '#lib/contract/issue-lists.ts'
import type { BulkChange } from '#lib/contract/issue-lists.ts'
import type { Report } from '#lib/contract/bulk.ts'

import { changeInPieces } from '#components/changes/pieces.ts'
import type { Pieces } from '#components/changes/pieces.ts'
import { announceMany } from '#components/changes/change-many.ts'

/** From so many on a person waits long enough to want to see how far it is. */
export const LONG = 100

/** How far an act on many issues is; `errorText` when the server was lost on the way. */
export type Progress = {
  total: number
  report: Report
  over: boolean
  errorText: string | null
  change: BulkChange
  message: (count: string) => string
}

export type Bulk = {
  progress: Progress | null
  /** `message` in the past tense; its argument is “3 issues”. Resolves to what there is to say at the end, if anything. */
  run: (
    refs: readonly number[],
    change: BulkChange,
    message: (count: string) => string,
  ) => Promise<Progress | null>
  dismiss: () => void
}

/**
 * Changes many issues in pieces, so that one sees how far it is and others can work in between. What was done stays
 * done when the rest cannot be reached, and all of it is taken back as one.
 */
export function useBulk(group: string): Bulk {
  const client = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const run = useCallback<Bulk['run']>(
    async (refs, change, message) => {
      const tell = ({ report, errorText }: Pieces, over: boolean) =>
        setProgress({ total: refs.length, report, over, errorText, change, message })
      tell({ report: { done: [], refused: [] }, acts: [], errorText: null }, false)
      const end = await changeInPieces({
        endpoint: changeIssues,
        refs,
        // what carries on an act is taken back with it
        input: (some, { acts: [begun] }) => ({
          group,
          refs: [...some],
          change,
          ...(begun ? { carriesOn: begun } : {}),
        }),
        message,
        onPiece: (now) => tell(now, false),
      })
      const { report, errorText } = end
      const acts = end.acts.slice(0, 1)
      const clean = report.refused.length === 0 && errorText === null
      if (report.done.length > 0 || clean) {
        announceMany(client, group, { ...report, refused: [] }, message, { acts })
      }
      if (clean) setProgress(null)
      else tell(end, true)
      return clean ? null : { total: refs.length, report, over: true, errorText, change, message }
    },
    [client, group],
  )
  return { progress, run, dismiss: useCallback(() => setProgress(null), []) }
}
