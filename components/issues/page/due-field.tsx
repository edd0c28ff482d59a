'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'

type Props = { due: string | null; today: string; onSet: (due: string | null) => void; onClose: () => void }

/** The day that is kept by Enter; it has the focus as soon as it is there. */
export function DueField({ due, today, onSet, onClose }: Props) {
  const [day, setDay] = useState(due ?? '')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (whyNotDay(day)) return
    onClose()
    if (day !== (due ?? '')) onSet(day === '' ? null : day)
  }
  return (
    <form onSubmit={keep} className="flex flex-wrap items-center gap-1.5 pl-2">
      <DateField
        label="Due date"
        labelHidden
        ref={(field) => field?.focus()}
        value={day}
        today={today}
        onValue={setDay}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <Button size="sm" kind="primary" type="submit" disabledReason={whyNotDay(day)}>
        Keep
      </Button>
      {due !== null && (
        <Button
          size="sm"
          kind="quiet"
          onClick={() => {
            onClose()
            onSet(null)
          }}
        >
          No due date
        </Button>
      )}
    </form>
  )
}
