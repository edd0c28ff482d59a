'use client'

import { useRef, useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { dayMonthYear } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Note } from '#components/ui/tag.tsx'
import type { Issue } from '#lib/contract/issues.ts'

import { FactText } from '#components/ui/fact.tsx'

const DueField = lazyPopup(async () => (await import('./due-field.tsx')).DueField)

type Props = { issue: Issue; mayChange: boolean; onSet: (due: string | null) => void }

/** The day, which becomes the field for it: Enter keeps it, Escape leaves it, an empty field takes it off. */
export function DueFact({ issue, mayChange, onSet }: Props) {
  const [editing, setEditing] = useState(false)
  const comesBack = useRef(false)
  const leave = () => {
    comesBack.current = true
    setEditing(false)
  }
  if (editing) return <DueField due={issue.due} today={issue.today} onSet={onSet} onClose={leave} />
  const late = issue.due !== null && issue.state === 'open' && issue.due < issue.today
  const text = (
    <>
      {issue.due === null ? 'No due date' : <span className="num">{dayMonthYear(issue.due)}</span>}
      {late && <Note tone="bad">past due</Note>}
    </>
  )
  if (!mayChange) return <FactText>{text}</FactText>
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
      onPointerEnter={DueField.ahead}
      onClick={() => setEditing(true)}
    >
      <span className="sr-only">Due: </span>
      {text}
    </Button>
  )
}
