import { createStore } from '#components/ui/store.ts'

import { withQuotesIsolated } from '#lib/kit/visible.ts'

import { announce } from './announcer.tsx'

export type Way = { label: string; act: () => void }

export type Toast = {
  id: number
  text: string
  tone: 'done' | 'refused'
  /** What the rules let through and still want to say. */
  warnings: readonly string[]
  undo: (() => void) | null
  /** Leads to what was made. */
  open: (() => void) | null
  /** Further things to do about it. */
  ways: readonly Way[]
}

export const toasts = createStore<{ shown: readonly Toast[]; last: number }>({ shown: [], last: 0 })

const STAY_MS = { done: 6_000, refused: 10_000 }

type ToastText = {
  text: string
  tone?: Toast['tone']
  warnings?: readonly string[]
  undo?: () => void
  open?: () => void
  ways?: readonly Way[]
  announcement?: string
}

/** Shows it at the bottom for a while, in place of the one before, and says it; `announcement` where the ear needs more. */
export function toast({
  text,
  tone = 'done',
  warnings = [],
  undo,
  open,
  ways = [],
  announcement = text,
}: ToastText) {
  const id = toasts.get().last + 1
  const shown = { text: withQuotesIsolated(text), warnings: warnings.map(withQuotesIsolated) }
  const next: Toast = { id, ...shown, tone, undo: undo ?? null, open: open ?? null, ways }
  toasts.set({ shown: [next], last: id })
  announce([announcement, ...warnings].join(' '))
  leaveLater(id, STAY_MS[tone])
}

export function dismiss(id: number) {
  toasts.set(({ shown }) => ({ shown: shown.filter((one) => one.id !== id) }))
}

/** Waits longer while a person reads it, that is while it is pointed at or focused. */
function leaveLater(id: number, delay: number) {
  setTimeout(() => {
    if (document.querySelector(`[data-toast="${id}"]:is(:hover, :focus-within)`)) leaveLater(id, 1_500)
    else dismiss(id)
  }, delay)
}

export const dismissAll = () => toasts.set({ shown: [] })
