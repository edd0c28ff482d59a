'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

import { changeIssues } from '#lib/contract/issue-lists.ts'
import type { BulkChange } from '#lib/contract/issue-lists.ts'
import type { Report } from '#lib/contract/several.ts'

import { send, wordsOf } from '#components/changes/send.ts'
import { AT_ONCE, counted, tellSeveral } from '#components/changes/change-many.ts'

/** From so many on a person waits long enough to want to see how far it is. */
export const LONG = 100

/** How far an act on many issues is; `trouble` when the server was lost on the way. */
export type Progress = {
  total: number
  report: Report
  over: boolean
  trouble: string | null
  change: BulkChange
  told: (count: string) => string
}

export type Bulk = {
  progress: Progress | null
  /** `told` in the past tense; its argument is “3 issues”. Resolves to what there is to say at the end, if anything. */
  run: (
    refs: readonly number[],
    change: BulkChange,
    told: (count: string) => string,
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
    async (refs, change, told) => {
      const report: Report = { done: [], refused: [] }
      let trouble: string | null = null
      const tell = (over: boolean) =>
        setProgress({ total: refs.length, report: { ...report }, over, trouble, change, told })
      tell(false)
      const acts: number[] = []
      const parts: Promise<boolean>[] = []
      for (let at = 0; at < refs.length; at += AT_ONCE) {
        const some = refs.slice(at, at + AT_ONCE)
        const { promise: isWaiting, resolve: onWait } = Promise.withResolvers<boolean>()
        const sendPart = async () => {
          try {
            const words = told(counted(some.length))
            const [begun] = acts
            const input = { group, refs: some, change, ...(begun ? { carriesOn: begun } : {}) }
            const part: Report = await send(changeIssues, input, words, () => onWait(true))
            const [first] = part.done
            // what carries on an act is taken back with it
            if (!begun && first) acts.push(first.event)
            report.done = [...report.done, ...part.done]
            report.refused = [...report.refused, ...part.refused]
          } catch (error) {
            trouble = wordsOf(error)
          }
          tell(false)
          return trouble === null
        }
        const part = sendPart()
        parts.push(part)
        // what has to wait in the outbox does not keep the rest from waiting there too
        if (!(await Promise.race([part, isWaiting]))) break
      }
      await Promise.all(parts)
      const clean = report.refused.length === 0 && trouble === null
      if (report.done.length > 0 || clean) {
        tellSeveral(client, group, { ...report, refused: [] }, told, { acts })
      }
      if (clean) setProgress(null)
      else tell(true)
      return clean ? null : { total: refs.length, report, over: true, trouble, change, told }
    },
    [client, group],
  )
  return { progress, run, dismiss: useCallback(() => setProgress(null), []) }
}
