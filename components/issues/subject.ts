'use client'

import { useEffect, useRef } from 'react'

import { useHotkeys } from '#components/shell/hotkeys.ts'
import type { Hotkey } from '#components/shell/hotkeys.ts'
import type { MenuEntry } from '#components/ui/menu-entry.ts'
import { createStore } from '#components/ui/store.ts'

/** The issue that keys and the palette act on: the one that is open, or the one that has the focus. */
export type Subject = {
  ref: () => number | null
  /** Where it can be moved from here, as the menu of its card says. */
  moves?: (ref: number) => MenuEntry[]
}

/** The part of the page that came last speaks. */
const held: Subject[] = []

export const subjectNow = (): Subject | null => held.findLast((one) => one.ref() !== null) ?? null

export type What = 'status' | 'assign' | 'hand_over' | 'labels' | 'milestone' | 'weight' | 'close' | 'take'
export type Question = { ref: number; what: What; anchor: HTMLElement }

/** The one question about an issue that is open now; the frame of the page shows it. */
export const questions = createStore<{ asked: Question | null }>({ asked: null })

export function askAbout(ref: number, what: What) {
  questions.set({ asked: { ref, what, anchor: anchorOf(ref) } })
}

function anchorOf(ref: number): HTMLElement {
  const at = (selector: string) => document.querySelector<HTMLElement>(selector)
  const focused = document.activeElement
  return (
    at(`[data-card="${ref}"] [aria-haspopup="menu"]`) ??
    at(`[data-issue="${ref}"], [data-ref="${ref}"]`) ??
    (focused instanceof HTMLElement && focused !== document.body && focused.closest('main')
      ? focused
      : null) ??
    at('#main h1') ??
    document.body
  )
}

const KEYS: readonly { keys: readonly string[]; what: What; words: string }[] = [
  { keys: ['s'], what: 'status', words: 'Set the status' },
  { keys: ['a'], what: 'assign', words: 'Assign' },
  { keys: ['i'], what: 'take', words: 'I take it' },
  { keys: ['d'], what: 'hand_over', words: 'Hand over the DRI' },
  { keys: ['l', 'b'], what: 'labels', words: 'Set labels' },
  { keys: ['m'], what: 'milestone', words: 'Set the milestone' },
  { keys: ['w'], what: 'weight', words: 'Set the weight' },
  { keys: ['e'], what: 'close', words: 'Close or reopen' },
]

type Setting = { title: string; subject: Subject; spare?: readonly string[] }

/** The keys that change an issue, the same on every page that has one; `spare` are those that the page has itself. */
export function useIssueKeys({ title, subject, spare = [] }: Setting) {
  const latest = useRef(subject)
  useEffect(() => {
    latest.current = subject
  })
  useEffect(() => {
    const mine: Subject = {
      ref: () => latest.current.ref(),
      moves: (ref) => latest.current.moves?.(ref) ?? [],
    }
    held.push(mine)
    return () => void held.splice(held.indexOf(mine), 1)
  }, [])
  const own = KEYS.map((one) => ({ ...one, keys: one.keys.filter((key) => !spare.includes(key)) }))
  const hotkeys = own
    .filter(({ keys }) => keys.length > 0)
    .map(({ keys, what, words }): Hotkey => ({
      keys,
      what: words,
      when: () => latest.current.ref() !== null,
      act: () => {
        const ref = latest.current.ref()
        if (ref !== null) askAbout(ref, what)
      },
    }))
  useHotkeys(title, hotkeys)
}
