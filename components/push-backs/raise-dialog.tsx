'use client'

import { useRef, useState } from 'react'
import type { FormEvent } from 'react'

import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { whyNotRaise } from '#lib/domain/push-backs.ts'

import type { Raising } from './ask-raise.ts'
import { ProtectsField } from './protects-field.tsx'
import type { Protected } from './protects-field.tsx'
import { usePushBackActs } from './push-back-acts.ts'

type Props = { group: string; raising: Raising; onClose: () => void }

const HINT = 'Write about the work, not about the person who asks for it.'

/** Handbook › Pushing back: "Push back comes with a reason", and "It’s directed at the work, not the person requesting it." */
export function RaiseDialog({ group, raising: { work, name }, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [wouldChange, setWouldChange] = useState('')
  const [protects, setProtects] = useState<readonly Protected[]>([])
  const [day, setDay] = useState('')
  const { today } = useGroup(group)
  const { raise, busy } = usePushBackActs(group)
  const first = useRef<HTMLTextAreaElement>(null)
  const revisitOn = day === '' ? null : day
  const why = busy
    ? 'Sending…'
    : (whyNotDay(day) ?? whyNotRaise({ reason, revisitOn, today, open: true, name })?.because ?? null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (why) return
    const words = { reason: reason.trim(), wouldChange: wouldChange.trim(), revisitOn }
    if (await raise({ work, ...words, protects: protects.map((one) => one.work) })) onClose()
  }
  return (
    <Dialog
      title={`Push back on ${name}`}
      description="The EM or the PM decides. The record stays, and answers the same request later."
      wide
      first={first}
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <TextArea
          ref={first}
          label="Reason"
          hint={HINT}
          placeholder="We cannot take this on in this milestone, because…"
          rows={3}
          maxLength={2_000}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProtectsField group={group} except={work} value={protects} onValue={setProtects} />
        <TextArea
          label="What would change our mind (optional)"
          placeholder="A customer who waits for it, a second engineer…"
          rows={2}
          maxLength={2_000}
          value={wouldChange}
          onChange={(event) => setWouldChange(event.target.value)}
        />
        <DateField
          label="Look at it again on (optional)"
          hint="It comes back to the inbox on that day."
          value={day}
          today={today}
          onValue={setDay}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={why}>
            Push back
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
