'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { ComparedTexts } from '#components/texts/text-diff.tsx'
import { wordsOf } from '#components/changes/send.ts'
import { saveTexts } from '#components/texts/save-texts.ts'
import { newKey } from '#components/shell/new-key.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { compareTexts } from '#lib/contract/events.ts'
import { readIssue } from '#lib/contract/issues.ts'
import { may } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'

type Props = { group: string; issue: number; event: number; title: string; onClose: () => void }

/** What an edit changed, side by side, and the way back to how a description was. */
export function TextChangeDialog({ group, issue, event, title, onClose }: Props) {
  const client = useQueryClient()
  const { data, error } = useQuery(reading(compareTexts, { group, event }))
  const now = useQuery(reading(readIssue, { group, ref: issue })).data
  const mayRestore = may(useActor(group), 'issue.edit')
  const [errorText, setErrorText] = useState<string | null>(null)
  const before = data?.description?.from
  const same = before === now?.description ? 'Current text' : null
  const restore = async () => {
    if (before === undefined || !now) return
    try {
      await saveTexts(client, { group, ref: issue, description: before, version: now.version }, newKey())
      onClose()
    } catch (failed) {
      setErrorText(wordsOf(failed))
    }
  }
  return (
    <Dialog title={title} broad onClose={onClose}>
      {!data && !error && <Skeleton className="h-24 w-full" />}
      {(errorText ?? (error && wordsOf(error))) && (
        <p role="alert" className="rounded-sm bg-warn-soft px-2.5 py-1.5 text-warn">
          {errorText ?? wordsOf(error)}
        </p>
      )}
      {[data?.title, data?.description, data?.comment].map(
        (change, at) =>
          change && (
            <ComparedTexts
              key={['title', 'description', 'comment'][at]}
              left={{ title: 'Before', text: change.from }}
              right={{ title: 'After', text: change.to }}
            />
          ),
      )}
      <div className="flex justify-end gap-2">
        {before !== undefined && mayRestore && (
          <Button disabledReason={same} onClick={() => void restore()}>
            Restore the description before
          </Button>
        )}
        <Button kind="primary" onClick={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  )
}
