'use client'

import { useEffect, useState } from 'react'

import { toast } from '#components/shell/toasts.ts'
import { DateField } from '#components/ui/days/date-field.tsx'
import { dayMonthYear } from '#components/ui/days/days.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'
import { isPlainDate } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

type Props = {
  /** The day that is shown; empty for now. */
  day: string
  today: PlainDate
  /** The first day of the group. */
  first: PlainDate
  onGo: (day: PlainDate) => void
}

/** Typing goes on while the day it means so far is known. */
const TYPED_MS = 700

/** Any day of the group, typed or chosen from a calendar. */
export function PastDayField({ day, today, first, onGo }: Props) {
  const [typed, type] = useState(day)
  const [of, setOf] = useState(day)
  if (of !== day) {
    setOf(day)
    type(day)
  }
  const go = useLatest((to: string) => {
    if (!isPlainDate(to) || to === day) return
    if (to >= first) return onGo(to)
    toast({ text: `The group began on ${dayMonthYear(first)}. Choose a later day.`, tone: 'refused' })
  })
  useEffect(() => {
    if (!isPlainDate(typed)) return undefined
    const timer = setTimeout(() => go()(typed), TYPED_MS)
    return () => clearTimeout(timer)
  }, [typed, go])
  return (
    <div className="w-36 flex-none">
      <DateField
        label="Show the end of a day"
        labelHidden
        value={typed}
        today={today}
        onValue={type}
        onKeyDown={(event) => event.key === 'Enter' && go()(typed)}
      />
    </div>
  )
}
