'use client'

import { useId } from 'react'

import { cx } from '#components/ui/cx.ts'
import { daysInWeek, WEEKDAYS } from '#lib/domain/week-text.ts'
import type { Week } from '#lib/domain/working-times.ts'

const PARTS = ['Off', 'Half', 'Whole']

/** How much of each day of the week is worked: a row a day, in which the arrow keys choose. */
export function WeekField({ week, onWeek }: { week: Week; onWeek: (week: number[]) => void }) {
  const id = useId()
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="flex w-full justify-between gap-2 pb-1 font-medium">
        Working days
        <span aria-live="polite" className="num font-normal text-ink-2">
          {inDays(daysInWeek(week))} a week
        </span>
      </legend>
      {WEEKDAYS.map((day, at) => (
        <div
          key={day}
          role="radiogroup"
          aria-label={day}
          className="flex items-center justify-between gap-2 border-t border-line py-1 first-of-type:border-t-0"
        >
          <span aria-hidden="true" className={cx(!week[at] && 'text-ink-3')}>
            {day}
          </span>
          <span className="flex gap-1">
            {PARTS.map((part, halves) => (
              <label
                key={part}
                className="relative cursor-pointer rounded-sm border border-line px-2.5 py-0.5 text-xs text-ink-2 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent pointer-coarse:min-h-9 pointer-coarse:content-center"
              >
                <input
                  type="radio"
                  name={`${id}-${day}`}
                  className="absolute inset-0 cursor-pointer opacity-0"
                  checked={(week[at] ?? 0) === halves}
                  onChange={() => onWeek(week.toSpliced(at, 1, halves))}
                />
                {part}
              </label>
            ))}
          </span>
        </div>
      ))}
    </fieldset>
  )
}

export const inDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`
