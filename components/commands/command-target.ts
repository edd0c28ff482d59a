'use client'

import { useEffect } from 'react'

import { useHotkeys } from '#components/shell/hotkeys.ts'
import type { Hotkey } from '#components/shell/hotkeys.ts'
import { refusesPast } from '#components/shell/refuse.ts'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { createStore } from '#components/ui/store.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'

import { COMMANDS } from './issue-commands.ts'
import type { What } from './issue-commands.ts'

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

export type Question = { refs: readonly number[]; what: What; anchor: HTMLElement }

/** The one question that is open now; the frame of the page shows it. */
export const questions = createStore<{ asked: Question | null }>({ asked: null })

/** `anchor` is where the answer opens: by itself at the issue, or at the bar of what is selected. */
export function askAbout(refs: readonly number[], what: What, anchor = anchorOf(refs)) {
  if (refusesPast()) return
  questions.set({ asked: { refs, what, anchor } })
}

/** “#12”, or “3 issues”. */
export const subjectOf = (refs: readonly number[]): string =>
  refs.length === 1 ? `#${refs[0]}` : `${refs.length} issues`

/** The issue, of several lines the one with the focus, or what has the focus on the page, which may have it as a whole; of several, the bar that says how many. */
function anchorOf(refs: readonly number[]): HTMLElement {
  const at = (selector: string) => document.querySelector<HTMLElement>(selector)
  const focused = document.activeElement
  const [ref] = refs
  return (
    (refs.length > 1 ? at('[data-selection]') : null) ??
    at(`[data-card="${ref}"] [aria-haspopup="menu"]`) ??
    focused?.closest<HTMLElement>(`[data-issue="${ref}"]`) ??
    at(`[data-issue="${ref}"], [data-ref="${ref}"]`) ??
    (focused instanceof HTMLElement && focused.parentElement?.closest('main') ? focused : null) ??
    at('#main h1') ??
    document.body
  )
}

type Setting = { title: string; subject: Subject; spare?: readonly string[] }

/** The keys that change an issue, the same on every page that has one; `spare` are those that the page has itself. */
export function useIssueKeys({ title: page, subject, spare = [] }: Setting) {
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
  const own = COMMANDS.map(({ keys = [], ...one }) => ({
    ...one,
    keys: keys.filter((key) => !spare.includes(key)),
  }))
  const hotkeys = own
    .filter(({ keys }) => keys.length > 0)
    .map(({ keys, what, title }): Hotkey => ({
      keys,
      what: title,
      when: () => targetsOf(latest()).length > 0,
      act: () => askAbout(targetsOf(latest()), what),
    }))
  useHotkeys(page, hotkeys)
}
