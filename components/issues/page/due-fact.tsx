'use client'

import { useRef, useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { dayMonthYear } from '#components/ui/days/days.ts'
import { Note } from '#components/ui/tag.tsx'
import type { Issue } from '#lib/contract/issues.ts'

import { FactText } from '#components/ui/fact.tsx'

type Props = { issue: Issue; mayChange: boolean; onSet: (due: string | null) => void }

/** The day, which becomes the field for it: Enter keeps it, Escape leaves it, an empty field takes it off. */
export function DueFact({ issue, mayChange, onSet }: Props) {
  const [editing, setEditing] = useState(false)
  const comesBack = useRef(false)
  const leave = () => {
    comesBack.current = true
    setEditing(false)
  }
  if (editing) return <DayField due={issue.due} today={issue.today} onSet={onSet} onLeave={leave} />
  const late = issue.due !== null && issue.state === 'open' && issue.due < issue.today
  const words = (
    <>
      {issue.due === null ? 'No due date' : <span className="num">{dayMonthYear(issue.due)}</span>}
      {late && <Note tone="bad">past due</Note>}
    </>
  )
  if (!mayChange) return <FactText>{words}</FactText>
  return (
    <Button
      ref={(button) => {
        if (comesBack.current) button?.focus()
        comesBack.current = false
      }}
      kind="bare"
      size="fact"
      className="shrink"
      data-fact="Due"
      onClick={() => setEditing(true)}
    >
      <span className="sr-only">Due: </span>
      {words}
    </Button>
  )
}

type FieldProps = { due: string | null; today: string; onSet: Props['onSet']; onLeave: () => void }

function DayField({ due, today, onSet, onLeave }: FieldProps) {
  const [day, setDay] = useState(due ?? '')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (whyNotDay(day)) return
    onLeave()
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
        onKeyDown={(event) => event.key === 'Escape' && onLeave()}
      />
      <Button size="sm" kind="primary" type="submit" disabledReason={whyNotDay(day)}>
        Keep
      </Button>
      {due !== null && (
        <Button
          size="sm"
          kind="quiet"
          onClick={() => {
            onLeave()
            onSet(null)
          }}
        >
          No due date
        </Button>
      )}
    </form>
  )
}
