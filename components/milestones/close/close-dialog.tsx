'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { wordsOf } from '#components/changes/send.ts'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { readClosing } from '#lib/contract/closing.ts'
import type { MilestoneFacts } from '#lib/contract/facts.ts'
import { reading } from '#lib/http/query.ts'

import { CloseForm } from './close-form.tsx'

type Props = { group: string; milestone: MilestoneFacts; onClose: () => void }

/** Each open Deliverable gets a destination and a slip reason; then the outcome of the milestone is frozen. */
export function CloseDialog({ group, milestone, onClose }: Props) {
  const [isSending, setSending] = useState(false)
  // While it is being closed, what is open stays on the screen.
  const { data, error } = useQuery({
    ...reading(readClosing, { group, milestone: milestone.slug }),
    staleTime: 0,
    enabled: !isSending,
  })
  const whyNot = data?.whyNot ?? (error ? wordsOf(error) : null)
  return (
    <Dialog
      title={`Close ${milestone.title}`}
      description="Each open Deliverable needs a destination and a slip reason."
      broad
      tall
      onClose={onClose}
    >
      {data && whyNot === null ? (
        <CloseForm group={group} closing={data} onSending={setSending} onClose={onClose} />
      ) : (
        <>
          {whyNot ? (
            <p role="alert">{whyNot}</p>
          ) : (
            [0, 1, 2].map((line) => <Skeleton key={line} className="h-10" />)
          )}
          <div className="flex justify-end">
            <CancelButton />
          </div>
        </>
      )}
    </Dialog>
  )
}
