'use client'

import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { CapacityRow, CapacityView } from '#lib/contract/capacity.ts'
import { whyNotOverride } from '#lib/domain/capacity/rules.ts'
import type { Term } from '#lib/domain/capacity/terms.ts'
import { figure, figureOf, isFraction, termTitle } from '#lib/domain/capacity/text.ts'
import { daysBetween, type PlainDate } from '#lib/kit/plain-date.ts'

import { useOverride } from './use-override.ts'

type Props = {
  group: string
  view: CapacityView
  row: CapacityRow
  term: Term
  week: PlainDate | null
  onClose: () => void
}

/** Days are the person's, in all of their teams; share and focus are those of the line. */
export function OverrideForm({ group, view, row, term, week, onClose }: Props) {
  const now = (row.weeks.find(({ weekOn }) => weekOn === week) ?? row)[term]
  const percent = term === 'share' ? 100 : 1
  const [typed, setTyped] = useState(figure(now * percent))
  const [reason, setReason] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { override, busy } = useOverride()
  useEffect(() => field.current?.select(), [])
  const value = Number(typed.trim() === '' ? 'none' : typed.replace(',', '.')) / percent
  const refusal = Number.isNaN(value)
    ? 'Enter a number.'
    : (whyNotOverride({ term, value, reason, weekOn: week }, view.weeks, stretchOf(view, week))?.because ??
      null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (refusal !== null || busy) return
    const team = isFraction(term) ? row.team : null
    const input = {
      group,
      milestone: view.milestone.slug,
      person: row.person,
      team,
      weekOn: week,
      term,
      value,
      reason,
    }
    const message = `Set ${row.name}’s ${termTitle(term).toLowerCase()} to ${figureOf(term, value)}.`
    await override(input, message, onClose)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-2 rounded-sm border border-line bg-bg p-2"
    >
      <TextField
        ref={field}
        label={`${termTitle(term)}${term === 'share' ? ' in percent' : term === 'focus' ? '' : ' in days'}`}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <TextField
        label="Reason"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <span className="flex justify-end gap-2">
        <Button kind="quiet" size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button kind="primary" size="sm" type="submit" disabledReason={busy ? 'Saving…' : refusal}>
          Save
        </Button>
      </span>
    </form>
  )
}

/** How many days the milestone has, or one of its weeks. */
function stretchOf({ milestone: { startOn, dueOn }, weeks }: CapacityView, week: PlainDate | null): number {
  if (startOn === null || dueOn === null) return 0
  const all = daysBetween(startOn, dueOn) + 1
  return week === null ? all : Math.min(7, all - weeks.indexOf(week) * 7)
}
