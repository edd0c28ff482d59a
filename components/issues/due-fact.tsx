'use client'

import { useRef, useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { dayMonthYear } from '#components/ui/days.ts'
import { Note } from '#components/ui/tag.tsx'
import type { Issue } from '#lib/contract/issues.ts'

type Props = { issue: Issue; why: string | undefined; onSet: (due: string | null) => void }

/** The day, which becomes the field for it: Enter keeps it, Escape leaves it, an empty field takes it off. */
export function DueFact({ issue, why, onSet }: Props) {
  const [editing, setEditing] = useState(false)
  const comesBack = useRef(false)
  const leave = () => {
    comesBack.current = true
    setEditing(false)
  }
  if (editing) return <DayField due={issue.due} onSet={onSet} onLeave={leave} />
  const late = issue.due !== null && issue.state === 'open' && issue.due < issue.today
  return (
    <Button
      ref={(button) => {
        if (comesBack.current) button?.focus()
        comesBack.current = false
      }}
      kind="bare"
      size="fact"
      className="flex-initial"
      data-fact="Due"
      disabledReason={why}
      onClick={() => setEditing(true)}
    >
      <span className="sr-only">Due: </span>
      {issue.due === null ? 'no day' : <span className="num">{dayMonthYear(issue.due)}</span>}
      {late && <Note tone="bad">past due</Note>}
    </Button>
  )
}

type FieldProps = { due: string | null; onSet: Props['onSet']; onLeave: () => void }

function DayField({ due, onSet, onLeave }: FieldProps) {
  const [day, setDay] = useState(due ?? '')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    onLeave()
    if (day !== (due ?? '')) onSet(day === '' ? null : day)
  }
  return (
    <form onSubmit={keep} className="flex flex-wrap items-center gap-1.5 pl-2">
      <input
        type="date"
        aria-label="Due day"
        ref={(field) => field?.focus()}
        value={day}
        max="9999-12-31"
        onKeyDown={(event) => event.key === 'Escape' && onLeave()}
        onChange={(event) => setDay(event.target.value)}
        className="num min-h-7 rounded-sm border border-control bg-surface px-1.5 text-sm pointer-coarse:min-h-9"
      />
      <Button size="sm" kind="primary" type="submit">
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
          No day
        </Button>
      )}
    </form>
  )
}
