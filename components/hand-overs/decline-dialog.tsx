'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'

type Props = {
  /** What is handed over, `#12` or `&3`. */
  sign: string
  from: string
  onDecline: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Handbook › Pushing back: it "comes with a reason", and is about the work. Stays open when it was refused. */
export function DeclineDialog({ sign, from, onDecline, onClose }: Props) {
  const [reason, setReason] = useState('')
  const why = reason.trim() === '' ? 'Give a reason, so that the DRI can ask another person.' : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!why && (await onDecline(reason.trim()))) onClose()
  }
  return (
    <Dialog title={`Decline to take over ${sign}`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <TextArea
          label="Why"
          hint={`${from} reads it and stays the DRI.`}
          rows={3}
          maxLength={2_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={why}>
            Decline
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
