'use client'

import { useState } from 'react'

import { useHotkeys } from '#components/shell/hotkeys.ts'

type Day = { changes: readonly unknown[] }

/**
 * The day of the chart that is looked at, by its place: the last one on which something changed, until another is chosen by
 * pointer or keys.
 */
export function useDayCursor(days: readonly Day[]): [at: number, look: (at: number) => void] {
  const [chosen, setChosen] = useState<number | null>(null)
  const last = Math.max(0, days.length - 1)
  const changed = days.findLastIndex(({ changes }) => changes.length > 0)
  const at = Math.min(chosen ?? (changed < 0 ? last : changed), last)
  const key = (keys: string[], what: string, to: number) => ({
    keys,
    what,
    when: isFree,
    act: () => setChosen(Math.max(0, Math.min(to, last))),
  })
  useHotkeys('Milestone', [
    key(['ArrowLeft'], 'Previous day', at - 1),
    key(['ArrowRight'], 'Next day', at + 1),
    key(['Home'], 'First day', 0),
    key(['End'], 'Last day', last),
  ])
  return [at, setChosen]
}

/** The chart itself is a slider, which knows these keys; they are its own too while nothing else has the focus. */
function isFree(): boolean {
  const focused = document.activeElement
  return (
    document.querySelector('main input[type="range"]') !== null &&
    (focused === null || focused === document.body || focused.id === 'main')
  )
}
