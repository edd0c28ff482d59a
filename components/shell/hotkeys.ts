'use client'

import { useEffect } from 'react'

import { isComposing } from '#components/ui/keys/is-composing.ts'
import { isMac } from '#components/ui/keys/is-mac.ts'
import { keyOfEvent, writesLatin } from '#components/ui/keys/key-of-event.ts'
import type { Pressed } from '#components/ui/keys/key-of-event.ts'
import { createStore } from '#components/ui/store.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'

export type Hotkey = {
  /** As in `KeyboardEvent.key`; letters are small. `mod+k` is ⌘K on a Mac and Ctrl-K elsewhere, `alt+ArrowUp` ⌥↑ and Alt-↑. */
  keys: readonly string[]
  /** A key that has to be pressed just before: `after: 'g'` with `b` is G, then B. */
  after?: string
  /** What it does, for the list under `?`. */
  what: string
  /** Capital letters act too: what Shift adds is for `act` to say. */
  shift?: boolean
  act: (event: KeyboardEvent) => void
  /** Present where it does not always apply. */
  when?: () => boolean
  /** Whether it goes before the link or the button that has the focus, which would otherwise take Enter and Space. */
  grabs?: () => boolean
}
type Section = { id: number; title: string; hotkeys: readonly Hotkey[]; isBelow: boolean }

const SWITCH = 'saydo.letter-keys'
export const sections = createStore<{ list: readonly Section[]; letters: boolean }>({
  list: [],
  letters: true,
})
let lastId = 0

/**
 * The keys of a part of the page while it is shown. They never fire in fields, with modifiers, or in menus. Those of every page
 * are `isBelow`: where a page has the same key it comes first, whichever of them was there before.
 */
export function useHotkeys(title: string, hotkeys: readonly Hotkey[], { isBelow = false } = {}) {
  const latest = useLatest(hotkeys)
  useEffect(() => {
    lastId += 1
    const id = lastId
    const live = latest().map((hotkey, at): Hotkey => ({
      ...hotkey,
      act: (event) => latest()[at]?.act(event),
      when: () => latest()[at]?.when?.() ?? true,
      grabs: () => latest()[at]?.grabs?.() ?? false,
    }))
    sections.set(({ list }) => ({ list: [...list, { id, title, hotkeys: live, isBelow }] }))
    return () => sections.set(({ list }) => ({ list: list.filter((one) => one.id !== id) }))
  }, [title, latest, isBelow])
}

/** Listens for the whole page; called once. */
export function listenForKeys(): () => void {
  document.addEventListener('keydown', onKey)
  const timer = setTimeout(readSwitch, LATER_MS)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('keydown', onKey)
  }
}

/** The first look at what a browser keeps stops it for some milliseconds: it waits for the first letter, or a moment. */
const LATER_MS = 500
let hasRead = false

function readSwitch() {
  if (hasRead) return
  hasRead = true
  sections.set({ letters: localStorage.getItem(SWITCH) !== 'off' })
}

/** WCAG 2.1.4: the person who speaks to the computer can switch off the keys that are single letters. */
export function setLetterKeys(on: boolean) {
  hasRead = true
  localStorage.setItem(SWITCH, on ? 'on' : 'off')
  sections.set({ letters: on })
}

function areLettersOn(): boolean {
  readSwitch()
  return sections.get().letters
}

/** How long the first of two keys waits for the second. */
const TOGETHER_MS = 1_500
let first: { key: string; until: number } | null = null
/** What the letter before told of the keyboard. */
let isLatin = true

function onKey(event: KeyboardEvent) {
  if (event.defaultPrevented || (isComposing(event) && isWriting(event.target))) return
  isLatin = writesLatin(event) ?? isLatin
  const press = keyOfEvent(event, isMac(), isLatin)
  if (press === null) return
  const { key, isCapital } = press
  if (key.startsWith('mod+')) return fire(event, press, null)
  if (isTaken(event.target, key)) return
  if (isLetter(key) && !areLettersOn()) return
  const before = first !== null && event.timeStamp < first.until ? first.key : null
  first = null
  if (before !== null) return fire(event, press, before)
  if (startsTwo(key) && !isCapital) first = { key, until: event.timeStamp + TOGETHER_MS }
  else fire(event, press, null)
}

/** The parts of the page by who hears a key first. */
export const topmostFirst = (list: readonly Section[]): Section[] =>
  list.toReversed().toSorted((a, b) => Number(a.isBelow) - Number(b.isBelow))

/** The topmost part of the page that knows the key acts on it, and no other. */
function fire(event: KeyboardEvent, { key, isCapital }: Pressed, before: string | null) {
  for (const { hotkeys } of topmostFirst(sections.get().list)) {
    const hotkey = hotkeys.find(
      (one) =>
        (one.after ?? null) === before &&
        one.keys.includes(key) &&
        (!isCapital || one.shift === true) &&
        (one.when?.() ?? true),
    )
    if (!hotkey) continue
    event.preventDefault()
    hotkey.act(event)
    return
  }
}

const isGrabbed = (key: string) =>
  sections.get().list.some(({ hotkeys }) => hotkeys.some((one) => one.keys.includes(key) && one.grabs?.()))

const startsTwo = (key: string) =>
  sections.get().list.some(({ hotkeys }) => hotkeys.some(({ after }) => after === key))

/** A printable character; Space is a key of its own. */
const isLetter = (key: string) => key.length === 1 && key !== ' '

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select') !== null)

/** Whether the key belongs to where the focus is: to a field, a menu, a dialog, a button being pressed. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (isWriting(target)) return true
  if (target.closest('[role="menu"], [role="dialog"], [role="listbox"]')) return true
  if (isGrabbed(key)) return false
  if (key === 'Enter') return target.closest('a, button, summary') !== null
  return key === ' ' && target.closest('button, summary') !== null
}
