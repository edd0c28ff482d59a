'use client'

import { useId, useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'

import { isPlainDate } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { typedDay } from '#lib/kit/typed-day.ts'

import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { dayMonthYear } from './days.ts'
import { FIELD } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'

const Calendar = lazyPopup(async () => (await import('./calendar.tsx')).Calendar)

type Props = {
  label: string
  labelHidden?: boolean
  hint?: string
  /** A day, nothing, or words that are no day, which its form must not take: see `whyNotDay`. */
  value: string
  today: PlainDate
  onValue: (value: string) => void
  onKeyDown?: (event: KeyboardEvent) => void
  ref?: Ref<HTMLInputElement>
}

/** Null for a day and for nothing; else what is to be fixed before the day is taken. */
export const whyNotDay = (value: string): string | null =>
  value === '' || isPlainDate(value) ? null : 'Type a day, such as 14 Nov 2026.'

/** A day, typed as people write days or chosen from a calendar, which Arrow Down opens. */
export function DateField({ label, labelHidden, hint, value, today, onValue, onKeyDown, ref }: Props) {
  const [typed, setTyped] = useState(shownAs(value))
  const [wasLeft, setLeft] = useState(false)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const field = useRef<HTMLDivElement>(null)
  const id = useId()
  // what is chosen elsewhere takes the place of what was typed
  const text = (typedDay(typed, today) ?? typed) === value ? typed : shownAs(value)
  const errorText = wasLeft ? whyNotDay(value) : null
  const input = () => field.current?.querySelector('input')
  const change = (entry: string) => {
    setTyped(entry)
    setLeft(false)
    onValue(typedDay(entry, today) ?? entry)
  }
  const close = () => {
    setAnchor(null)
    input()?.focus()
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'font-medium'}>
        {label}
      </label>
      <div ref={field} className="relative flex items-center">
        <input
          ref={ref}
          id={id}
          type="text"
          value={text}
          autoComplete="off"
          placeholder="14 Nov 2026"
          maxLength={40}
          aria-invalid={errorText !== null}
          aria-describedby={hint || errorText ? `${id}-hint` : undefined}
          onChange={(event) => change(event.target.value)}
          onBlur={() => {
            setTyped(shownAs(value))
            setLeft(true)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') {
              event.preventDefault()
              setAnchor(field.current)
            } else onKeyDown?.(event)
          }}
          className={cx(FIELD, 'num pr-9', errorText && 'border-bad')}
        />
        <Button
          kind="quiet"
          size="icon-sm"
          aria-label={`Choose from a calendar: ${label}`}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          className="absolute right-1"
          onPointerEnter={Calendar.ahead}
          onFocus={Calendar.ahead}
          onClick={() => setAnchor(anchor ? null : field.current)}
        >
          <Icon name="calendar" />
        </Button>
      </div>
      {(hint || errorText) && (
        <span id={`${id}-hint`} className={cx('text-xs', errorText ? 'text-bad' : 'text-ink-3')}>
          {errorText ?? hint}
        </span>
      )}
      {anchor && (
        <Calendar
          anchor={anchor}
          label={label}
          value={value}
          today={today}
          onChoose={(day) => {
            onValue(day)
            close()
          }}
          onClose={close}
        />
      )}
    </div>
  )
}

const shownAs = (value: string) => (isPlainDate(value) ? dayMonthYear(value) : value)
