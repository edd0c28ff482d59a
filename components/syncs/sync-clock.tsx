'use client'

import { useEffect, useState } from 'react'

import { wallClock } from '#components/live/wall-clock.ts'
import { Icon } from '#components/ui/icon.tsx'

/** A hint: it never ends anything. */
export function SyncClock({ startedAt, minutes }: { startedAt: string; minutes: number }) {
  const [passed, setPassed] = useState<number | null>(null)
  useEffect(() => {
    const look = () => setPassed(Math.max(0, Math.floor((wallClock() - Date.parse(startedAt)) / 1000)))
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [startedAt])
  const text = passed === null ? '–' : `${Math.floor(passed / 60)}:${String(passed % 60).padStart(2, '0')}`
  return (
    <span
      role="timer"
      aria-live="off"
      aria-label="Time"
      className="num inline-flex items-center gap-1.5 rounded-full border border-line bg-surface px-2.5 py-0.5 text-xs text-ink-2"
    >
      <Icon name="clock" className="size-3.5" /> {text} of {minutes} min
    </span>
  )
}
