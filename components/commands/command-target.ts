'use client'

import { useEffect } from 'react'

import { useHotkeys } from '#components/shell/hotkeys.ts'
import type { Hotkey } from '#components/shell/hotkeys.ts'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { createStore } from '#components/ui/store.ts'
import { useLatest } from '#components/ui/use-latest.ts'
import type { FactName } from '#lib/domain/facts/names.ts'

/** What keys and the palette act on: the issue that is open or has the focus, or all that is selected. */
export type Subject = {
  ref: () => number | null
  /** What is selected; empty for nothing. */
  refs?: () => readonly number[]
  /** Where they can be moved from here, as the menu of a card says. */
  moves?: (refs: readonly number[]) => MenuEntry[]
}

/** What is selected goes before what has the focus. */
export function targetsOf({ ref, refs }: Subject): readonly number[] {
  const selected = refs?.() ?? []
  const one = ref()
  return selected.length > 0 ? selected : one === null ? [] : [one]
}

/** The part of the page that came last speaks. */
const held: Subject[] = []

export const subjectNow = (): Subject | null => held.findLast((one) => targetsOf(one).length > 0) ?? null

/** What a letter asks. */
type LetterCommand = 'status' | 'assign' | 'hand_over' | 'labels' | 'milestone' | 'weight' | 'close' | 'take'
/** What the palette asks beside it. */
export type More =
  | 'type'
  | FactName
  | 'epic'
  | 'team'
  | 'link'
  | 'split'
  | 'weigh_together'
  | 'ask_hand_over'
  | 'ask_milestone'
  | 'ask_assign'
  | 'ask_deliverable'
export type What = LetterCommand | More
export type Question = { refs: readonly number[]; what: What; anchor: HTMLElement }

/** The one question that is open now; the frame of the page shows it. */
export const questions = createStore<{ asked: Question | null }>({ asked: null })

export function askAbout(refs: readonly number[], what: What) {
  questions.set({ asked: { refs, what, anchor: anchorOf(refs) } })
}

/** The issue, or what has the focus; of several, the bar that says how many. */
function anchorOf(refs: readonly number[]): HTMLElement {
  const at = (selector: string) => document.querySelector<HTMLElement>(selector)
  const focused = document.activeElement
  const [ref] = refs
  return (
    (refs.length > 1 ? at('[data-selection]') : null) ??
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
  { keys: ['i'], what: 'take', words: 'Assign to me' },
  { keys: ['d'], what: 'hand_over', words: 'Hand over the DRI' },
  { keys: ['l', 'b'], what: 'labels', words: 'Set labels' },
  { keys: ['m'], what: 'milestone', words: 'Set the milestone' },
  { keys: ['w'], what: 'weight', words: 'Set the weight' },
  { keys: ['e'], what: 'close', words: 'Close or reopen' },
]

type Setting = { title: string; subject: Subject; spare?: readonly string[] }

/** The keys that change an issue, the same on every page that has one; `spare` are those that the page has itself. */
export function useIssueKeys({ title, subject, spare = [] }: Setting) {
  const latest = useLatest(subject)
  useEffect(() => {
    const mine: Subject = {
      ref: () => latest().ref(),
      refs: () => latest().refs?.() ?? [],
      moves: (refs) => latest().moves?.(refs) ?? [],
    }
    held.push(mine)
    return () => void held.splice(held.indexOf(mine), 1)
  }, [latest])
  const own = KEYS.map((one) => ({ ...one, keys: one.keys.filter((key) => !spare.includes(key)) }))
  const hotkeys = own
    .filter(({ keys }) => keys.length > 0)
    .map(({ keys, what, words }): Hotkey => ({
      keys,
      what: words,
      when: () => targetsOf(latest()).length > 0,
      act: () => askAbout(targetsOf(latest()), what),
    }))
  useHotkeys(title, hotkeys)
}
