'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { discardDraft } from '#lib/contract/updates.ts'

import { keepSaved } from './saved-drafts.ts'
import type { DraftOf } from './use-saving.ts'

/** Back to what was posted: what was changed since is discarded on all devices, after a question. */
export function useDiscard({ group, week, subject }: DraftOf, forget: () => void) {
  const client = useQueryClient()
  const change = useChange()
  const [isAsking, setAsking] = useState(false)
  return {
    isAsking,
    ask: () => setAsking(true),
    stay: () => setAsking(false),
    async discard() {
      setAsking(false)
      forget()
      const done = await change({ endpoint: discardDraft, input: { group, week, subject }, message: null })
      if (done) keepSaved(client, group, week, subject, null)
    },
  }
}
