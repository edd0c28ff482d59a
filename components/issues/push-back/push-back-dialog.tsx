'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'

import type { PushBackAnswer, PushBackAsk } from './ask-push-back.ts'

type Props = { ask: PushBackAsk; onAnswer: (answer: PushBackAnswer) => void; onClose: () => void }

/** Handbook › Pushing back: "Push back comes with a reason … so there's a record of the decision." */
export function PushBackDialog({ ask: { subject, milestone }, onAnswer, onClose }: Props) {
  const [reason, setReason] = useState('')
  const isOne = subject.startsWith('#') || subject.startsWith('1 ')
  const [it, leaves] = isOne ? ['It', 'leaves'] : ['They', 'leave']
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') onAnswer({ pushBack: { reason: reason.trim() } })
  }
  return (
    <Dialog
      title={isOne ? 'Was this pushed back?' : 'Were these pushed back?'}
      description={`${subject} ${leaves} the Build Board of ${milestone}, which is running. ${it} still ${isOne ? 'counts' : 'count'} as said.`}
      onClose={onClose}
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-3">
        <TextArea
          label="Reason of the push-back"
          hint={`With a reason, ${it.toLowerCase()} ${isOne ? 'counts as reprioritised and not as a slip' : 'count as reprioritised and not as slips'}.`}
          placeholder={`We cannot do this in ${milestone}, because…`}
          rows={3}
          maxLength={500}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <CancelButton />
          <Button onClick={() => onAnswer({})}>No, just take {isOne ? 'it' : 'them'} off</Button>
          <Button
            kind="primary"
            type="submit"
            disabledReason={reason.trim() === '' ? 'Write the reason first.' : null}
          >
            Yes, reprioritised
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
