'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { wordsOf } from '#components/changes/send.ts'
import { offerUndo } from '#components/changes/undo.ts'
import { useBusyChange } from '#components/changes/use-change.ts'
import { toast } from '#components/shell/toasts.ts'
import { closeMilestone } from '#lib/contract/closing.ts'
import type { Closing } from '#lib/contract/closing.ts'
import { sayDoText } from '#lib/domain/closing/say-do.ts'
import { Refused } from '#lib/http/call.ts'
import { sayDoLink } from '#lib/kit/links.ts'

import { sentChoices, type Edits } from './choices.ts'
import { reopen } from './reopen.ts'

/** Closes a milestone and says what was kept; a refusal is shown in the rows that it is about. */
export function useClose(group: string, { milestone, ...closing }: Closing) {
  const client = useQueryClient()
  const router = useRouter()
  const { change, busy } = useBusyChange()
  const [refused, setRefused] = useState<ReadonlyMap<number, string>>(new Map())
  const close = async (edits: Edits, others: string | null, early: boolean): Promise<boolean> => {
    try {
      const answer = await change({
        endpoint: closeMilestone,
        input: {
          group,
          milestone: milestone.slug,
          issues: sentChoices({ milestone, ...closing }, edits),
          others,
          ...(early ? { early } : {}),
        },
        message: `Closed ${milestone.title}.`,
        quiet: true,
        throws: true,
      })
      if (answer === null) return false
      const back = () => reopen(client, group, milestone)
      const forget = offerUndo(group, back)
      toast({
        text: `Closed ${milestone.title}: ${sayDoText(answer.sums)}.`,
        warnings: answer.changed.map(({ ref, because }) => `#${ref}: ${because}`),
        ways: [
          { label: 'Open Say/Do', act: () => router.push(sayDoLink(group, milestone.slug)) },
          { label: 'Reopen', act: () => void (forget() && back()) },
        ],
      })
      return true
    } catch (error) {
      setRefused(issuesOf(error))
      toast({ text: wordsOf(error), tone: 'refused' })
      return false
    }
  }
  return { close, busy, refused }
}

/** What a refusal says of single issues. */
function issuesOf(error: unknown): ReadonlyMap<number, string> {
  const named = error instanceof Refused ? error.problem['issues'] : null
  if (!Array.isArray(named)) return new Map()
  return new Map(named.map(({ ref, because }: { ref: number; because: string }) => [ref, because]))
}
