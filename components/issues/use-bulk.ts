'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

import { changeIssues } from '#lib/contract/issue-lists.ts'
import type { BulkChange } from '#lib/contract/issue-lists.ts'
import type { Report } from '#lib/contract/several.ts'

import { send, wordsOf } from './deeds.ts'
import { AT_ONCE, tellSeveral } from './several.ts'

/** How far an act on many issues is; `trouble` when the server was lost on the way. */
export type Progress = { total: number; report: Report; over: boolean; trouble: string | null }

export type Bulk = {
  progress: Progress | null
  /** `told` in the past tense; its argument is “3 issues”. */
  run: (refs: readonly number[], change: BulkChange, told: (count: string) => string) => Promise<void>
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
    async (refs, change, told) => {
      const report: Report = { done: [], refused: [] }
      let trouble: string | null = null
      const tell = (over: boolean) =>
        setProgress({ total: refs.length, report: { ...report }, over, trouble })
      tell(false)
      for (let at = 0; at < refs.length && trouble === null; at += AT_ONCE) {
        try {
          const part: Report = await send(changeIssues, { group, refs: refs.slice(at, at + AT_ONCE), change })
          report.done = [...report.done, ...part.done]
          report.refused = [...report.refused, ...part.refused]
        } catch (error) {
          trouble = wordsOf(error)
        }
        tell(false)
      }
      const clean = report.refused.length === 0 && trouble === null
      if (report.done.length > 0 || clean) tellSeveral(client, group, { ...report, refused: [] }, told)
      if (clean) setProgress(null)
      else tell(true)
    },
    [client, group],
  )
  return { progress, run, dismiss: useCallback(() => setProgress(null), []) }
}
