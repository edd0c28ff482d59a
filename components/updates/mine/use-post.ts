'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { toast } from '#components/shell/toasts.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'
import type { MySubject, WeekOfUpdates } from '#lib/contract/updates.ts'

import { sendUpdates } from '../post-updates.ts'
import type { Desk } from './desk.ts'
import { fieldsOf, whyNotReady } from './draft-fields.ts'
import type { DraftFields } from './draft-fields.ts'
import { subjectStanding } from './standing.ts'

/** Posts what is ready, and leaves the others as drafts. What cannot be sent waits, and is sent once the server answers. */
export function usePost(
  group: string,
  { week, mine }: Pick<WeekOfUpdates, 'week' | 'mine'>,
  { desk, waiting }: { desk: Desk; waiting: ReadonlySet<string> },
) {
  const client = useQueryClient()
  const change = useChange()
  const [isPosting, setPosting] = useState(false)
  const latest = useLatest({ mine, waiting })
  const post = async () => {
    const updates = readyOf(latest(), desk)
    if (updates.length === 0) return toast({ text: NOTHING, tone: 'refused' })
    if (isPosting) return
    setPosting(true)
    try {
      await Promise.all(updates.map(({ subject }) => desk.acts.get(subject)?.settle()))
      await sendUpdates({ client, change }, { group, week, updates })
    } finally {
      setPosting(false)
    }
  }
  return { post, isPosting }
}

const NOTHING = 'Nothing is ready. Write the progress and choose a confidence first.'

type Known = { mine: readonly MySubject[]; waiting: ReadonlySet<string> }

function readyOf({ mine, waiting }: Known, desk: Desk) {
  const typed = desk.written.get().fields
  return mine.flatMap((one) => {
    const written = typed.get(one.subject)
    const waits = waiting.has(one.subject)
    if (subjectStanding(one, { written, waits }) !== 'ready') return []
    const update = postedFields(written ?? fieldsOf(one))
    if (update === null) return []
    const { subject } = one
    return [{ subject, ...update, version: one.update?.version ?? 0 }]
  })
}

function postedFields(fields: DraftFields) {
  const { progress, blockers, next, confidence } = fields
  return confidence === null || whyNotReady(fields) !== null ? null : { progress, blockers, next, confidence }
}
