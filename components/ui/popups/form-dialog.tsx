'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from './dialog.tsx'
import { ChoiceField } from './choice-field.tsx'
import { DateField } from '#components/ui/days/date-field.tsx'
import { TextArea, TextField } from '#components/ui/field.tsx'
import { HueField } from '#components/ui/hues/hue-field.tsx'
import type { PlainDate } from '#lib/kit/plain-date.ts'

export type Values = Record<string, string>

/** One question of a form. An answer is always text; the caller makes of it what it needs. */
export type Question = {
  name: string
  label: string
  hint?: string
  max?: number
  /** A line unless said otherwise. */
  kind?: 'text' | 'day' | 'number' | 'hue'
  /** Of a day: the one that its calendar marks. */
  today?: PlainDate
  options?: readonly (readonly [value: string, label: string])[]
}

type Props = {
  title: string
  description?: string
  /** Those that depend on other answers are made of them. */
  questions: readonly Question[] | ((values: Values) => readonly Question[])
  values: Values
  /** The word on the button that sends. */
  buttonLabel: string
  busy: boolean
  /** Why it cannot be sent as it stands. */
  whyNot: (values: Values) => string | null
  /** Answers null for what was refused; then the form stays. */
  onSend: (values: Values) => Promise<unknown>
  onClose: () => void
}

/** A few questions and one button. */
export function FormDialog({ questions, buttonLabel, busy, whyNot, onSend, onClose, ...props }: Props) {
  const [values, setValues] = useState(props.values)
  const asked = typeof questions === 'function' ? questions(values) : questions
  const reason = busy ? 'Saving…' : whyNot(values)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason === null && (await onSend(values)) !== null) onClose()
  }
  return (
    <Dialog
      title={props.title}
      {...(props.description ? { description: props.description } : {})}
      wide
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        {asked.map((question) => (
          <Answer
            key={question.name}
            question={question}
            value={values[question.name] ?? ''}
            onValue={(value) => setValues({ ...values, [question.name]: value })}
          />
        ))}
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            {buttonLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type AnswerProps = { question: Question; value: string; onValue: (value: string) => void }

function Answer({ question, value, onValue }: AnswerProps) {
  const { label, hint, kind, options, max } = question
  const shared = { label, ...(hint ? { hint } : {}), value }
  if (options) {
    return (
      <ChoiceField
        {...shared}
        onValue={onValue}
        choices={options.map(([one, label]) => ({ value: one, label }))}
      />
    )
  }
  if (kind === 'day') return <DateField {...shared} today={question.today ?? value} onValue={onValue} />
  if (kind === 'hue')
    return <HueField label={label} hue={Number(value)} onHue={(hue) => onValue(String(hue))} />
  if (kind === 'text') {
    return <TextArea {...shared} rows={3} maxLength={max} onChange={(event) => onValue(event.target.value)} />
  }
  return (
    <TextField
      {...shared}
      {...(kind === 'number' ? { inputMode: 'numeric' as const } : { maxLength: max })}
      autoComplete="off"
      onChange={(event) => onValue(event.target.value)}
    />
  )
}
