import { useCallback, useLayoutEffect, useRef } from 'react'

import { isComposing } from '#components/ui/keys/is-composing.ts'
import { NOTHING_TYPED, typedOn } from './text-typed-ahead.ts'
import { unhideGuards } from './unhide-guards.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'

type Awaited = {
  /** The popup that will take the focus; null while it is not drawn yet, and for a field in the page. */
  popup: () => HTMLElement | null
  giveUp: () => void
}

/**
 * Between the press that asks for a dialog and the moment its field has the focus, a fast typist has typed on. Those keys
 * are nobody's command: they are held back here, before anything else of the page hears them, and typed into the field
 * once it has the focus. Esc gives up what is awaited.
 */
const awaited = new Set<Awaited>()
let typed = NOTHING_TYPED
/** The time of an event until which a key belongs to the text whose field never came. */
let ownedUntil = 0
let isListening = false

/** Whoever stops typing for so long types something else afterwards. */
const PAUSE_MS = 700

/** Holds keys back from now on; returns what ends it for this one, whether or not the focus has come. */
export function awaitFocus(one: Awaited): () => void {
  listen()
  awaited.add(one)
  return () => {
    // What comes in the place of this one begins to wait in the same moment. A timer would be too late: keys go before it.
    queueMicrotask(() => awaited.delete(one) && awaited.size === 0 && abandon(typed !== NOTHING_TYPED))
  }
}

/** What was awaited cannot come: what is typed on in the same breath goes nowhere. */
export const disappointTypist = () => abandon(true)

/**
 * For what takes the focus a moment after it is drawn; the answer is the ref of its popup, where it has one.
 *
 * @param isOpen for a popup that is drawn before it is opened
 */
export function useAwaitedFocus(onGiveUp: () => void, isOpen = true): (popup: HTMLElement | null) => void {
  const popup = useRef<HTMLElement | null>(null)
  const giveUp = useLatest(onGiveUp)
  useLayoutEffect(
    () => (isOpen ? awaitFocus({ popup: () => popup.current, giveUp: () => giveUp()() }) : undefined),
    [isOpen, giveUp],
  )
  return useCallback((element) => {
    popup.current = element
    unhideGuards(element)
  }, [])
}

function listen() {
  if (isListening) return
  isListening = true
  window.addEventListener('keydown', onKeyDown, true)
  window.addEventListener('focusin', onFocusIn, true)
  window.addEventListener('pointerdown', onPointerDown, true)
}

function onKeyDown(event: KeyboardEvent) {
  // what this module presses itself
  if (!event.isTrusted) return
  if (stepping) return holdStep(event)
  if (awaited.size === 0 && (event.timeStamp > ownedUntil || isField(event.target))) return
  if (hasFocus(document.activeElement)) return settle()
  // what an input method composes can only be composed where it is
  if (isComposing(event)) return event.stopImmediatePropagation()
  if (event.key === 'Escape') {
    if (awaited.size > 0) swallow(event)
    return giveUp()
  }
  const next = typedOn(typed, event)
  if (next === null) return
  swallow(event)
  if (awaited.size > 0) typed = next
  else ownedUntil = event.timeStamp + PAUSE_MS
}

function swallow(event: KeyboardEvent) {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function giveUp() {
  const all = [...awaited]
  settle()
  for (const one of all) one.giveUp()
}

/** Into a field of what was awaited, what was typed; anything else of it, such as a button, takes no text. */
function onFocusIn({ target }: FocusEvent) {
  if (awaited.size === 0 || !(target instanceof HTMLElement)) return
  const popups = popupsAwaited()
  if (popups.length > 0 && !popups.some((popup) => popup.contains(target))) return
  if (isField(target)) queueMicrotask(() => typeInto(target))
  else if (isChoice(target) || isWithoutField(target, popups)) arrive()
  // a popup may take the focus itself on the way to its field
  else if (popups.length > 0) requestAnimationFrame(() => requestAnimationFrame(arrive))
}

const popupsAwaited = () => [...awaited].flatMap(({ popup }) => popup() ?? [])

/** A choice, and the line of a list or a menu: they hear letters and arrows themselves. */
const isChoice = (target: Element) =>
  target.matches('[role="combobox"]:not(input), [role^="menuitem"], [role="option"]')

/** In a popup without a field, which waits for none. */
const isWithoutField = (target: HTMLElement, popups: readonly HTMLElement[]) =>
  popups.length > 0 && !popups.includes(target) && !popups.some((popup) => popup.querySelector(FIELDS))

/** Whether what was awaited has come without a sign. */
function hasFocus(focused: Element | null): boolean {
  if (!(focused instanceof HTMLElement)) return false
  const popups = popupsAwaited()
  if (!popups.some((popup) => popup.contains(focused))) return false
  return isField(focused) || isChoice(focused) || isWithoutField(focused, popups)
}

/** Whoever presses into another field types there. */
function onPointerDown({ target }: PointerEvent) {
  if (awaited.size > 0 && isField(target)) settle()
}

/** What was awaited has the focus, and is no field. */
function arrive() {
  const { text, steps } = typed
  settle()
  // where nothing takes text, a letter is a key of the list
  void step([...text, ...steps])
}

/** The keys of a menu on their way into it, after which further ones have to come; null while there are none. */
let stepping: string[] | null = null

const holdStep = (event: KeyboardEvent) => {
  const next = typedOn(NOTHING_TYPED, event)
  if (next === null || next.steps.length === 0) return
  swallow(event)
  stepping?.push(...next.steps)
}

/** Presses in a list or a menu what was pressed before it was there, each once the menu has drawn what the one before did. */
async function step(steps: readonly string[]) {
  if (steps.length === 0 || !document.activeElement?.closest(MENU)) return
  stepping = [...steps]
  for (let key = stepping.shift(); key !== undefined; key = stepping.shift()) {
    await drawn()
    if (key === 'Enter') await highlighted()
    const target = document.activeElement
    if (!target?.closest(MENU)) break
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
  stepping = null
}

/** Twice, since a menu narrows its lines in one frame and points at the first of them in the next. */
const drawn = async () => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
}

const MOST_FRAMES = 30

/** Until a line is pointed at, which Enter chooses; of a menu without such a line, a moment. */
async function highlighted() {
  const isPointedAt = () => document.activeElement?.closest(MENU)?.querySelector('[data-highlighted]')
  for (let frame = 0; frame < MOST_FRAMES && !isPointedAt(); frame += 1) await drawn()
}

function typeInto(field: HTMLElement) {
  const { erased, text, steps } = typed
  settle()
  if (document.activeElement !== field) return
  // as if it were typed: the field and whoever listens to it hear the same events, and it can be undone
  for (let at = 0; at < erased; at += 1) document.execCommand('delete')
  if (text !== '') document.execCommand('insertText', false, text)
  void step(steps)
}

function settle() {
  awaited.clear()
  typed = NOTHING_TYPED
  ownedUntil = 0
}

function abandon(isTyping: boolean) {
  settle()
  if (isTyping) ownedUntil = performance.now() + PAUSE_MS
}

/** One that can be narrowed has its field beside its lines, in a dialog. */
const MENU = '[role="menu"], [role="listbox"], [role="dialog"]:has([role="menu"])'

const FIELDS =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, [contenteditable="true"]'

const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches(FIELDS)
