'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'

type Props = {
  group: string
  /** “#12”, or “3 issues”. */
  subject: string
  /** What it is of one issue; null of several. */
  due: string | null
  onSet: (due: string | null) => void
  onClose: () => void
}

/** An emptied field takes the day off, as the button does. */
export function DueDialog({ group, subject, due, onSet, onClose }: Props) {
  const [day, setDay] = useState(due ?? '')
  const { today } = useGroup(group)
  const reason = day === '' ? due === null && 'Choose a day first.' : whyNotDay(day)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!reason) onSet(day === '' ? null : day)
  }
  return (
    <Dialog title={`Due date of ${subject}`} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <DateField label="Due date" value={day} today={today} onValue={setDay} />
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={() => onSet(null)}>
            No due date
          </Button>
          <Button kind="primary" type="submit" disabledReason={reason || null}>
            Set due date
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
