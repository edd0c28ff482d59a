'use client'

import { useId, useState } from 'react'

import { laterOnClock, typedTime } from '#lib/kit/typed-time.ts'

import { cx } from '#components/ui/cx.ts'
import { FIELD } from '#components/ui/field.tsx'

type Props = {
  label: string
  /** HH:MM, or words that are no time, which its form must not take: see `whyNotTime`. */
  value: string
  onValue: (value: string) => void
}

/** Null for a time of day; else what is to be fixed before it is taken. */
export const whyNotTime = (value: string): string | null =>
  typedTime(value) === value ? null : 'Type a time, such as 18:00.'

const STEP_MINUTES = 30
const STEPS: Record<string, number> = { ArrowUp: STEP_MINUTES, ArrowDown: -STEP_MINUTES }

/** A time of day, typed as people write times; the arrow keys go by half an hour. */
export function TimeField({ label, value, onValue }: Props) {
  const [typed, setTyped] = useState(value)
  const [wasLeft, setLeft] = useState(false)
  const id = useId()
  const errorText = wasLeft ? whyNotTime(value) : null
  const change = (text: string) => {
    setTyped(text)
    setLeft(false)
    onValue(typedTime(text) ?? text)
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        id={id}
        type="text"
        value={typed}
        autoComplete="off"
        placeholder="18:00"
        maxLength={10}
        aria-invalid={errorText !== null}
        aria-describedby={errorText ? `${id}-hint` : undefined}
        onChange={(event) => change(event.target.value)}
        onBlur={() => {
          setTyped(value)
          setLeft(true)
        }}
        onKeyDown={(event) => {
          const step = STEPS[event.key]
          const now = typedTime(typed)
          if (step === undefined || now === null) return
          event.preventDefault()
          change(laterOnClock(now, step))
        }}
        className={cx(FIELD, 'num', errorText && 'border-bad')}
      />
      {errorText && (
        <span id={`${id}-hint`} className="text-xs text-bad">
          {errorText}
        </span>
      )}
    </div>
  )
}
