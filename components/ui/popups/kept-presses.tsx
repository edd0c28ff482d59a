'use client'

import { useEffect } from 'react'

import { createStore, useStore } from '#components/ui/store.ts'

import { Opening } from './opening.tsx'

/**
 * The server draws the buttons of a part whose script comes behind the page. React stops what is pressed there on its way
 * down and forgets it; it is kept here instead, and pressed once the part lives. Links and fields do by themselves what
 * they are for. A second press on the same control is the same wish. Esc gives up what waits.
 */
const kept = createStore<{ presses: readonly Press[] }>({ presses: [] })

type Press = { target: Element; play: () => void }

/** Listens while it is shown, and says that what was pressed is on its way. */
export function KeptPresses() {
  useEffect(keepPresses, [])
  return useStore(kept, ({ presses }) => presses.length > 0) ? <Opening /> : null
}

/** Beside a part, inside of what waits for it: shown as soon as the part lives. */
export function Alive() {
  useEffect(() => void setTimeout(playKept), [])
  return null
}

/** Presses again what has been kept; what still does not live is kept once more, and what has gone is forgotten. */
export function playKept() {
  const { presses } = kept.get()
  if (presses.length === 0) return
  kept.set({ presses: [] })
  for (const { target, play } of presses) if (target.isConnected) play()
}

/** The root's own listeners, which stop what may not arrive yet, are older and heard before these. */
function keepPresses() {
  const stop = new AbortController()
  const heard = { capture: true, signal: stop.signal }
  document.addEventListener('mousedown', onMouseDown, heard)
  document.addEventListener('click', onClick, heard)
  document.addEventListener('keydown', onKeyDown, heard)
  return () => stop.abort()
}

/** Where a press began that was stopped: its end is heard where the part came to life in between. */
let begun: Element | null = null

function onMouseDown(event: MouseEvent) {
  begun = event.cancelBubble ? controlAt(event.target) : null
}

function onClick(event: MouseEvent) {
  const control = controlAt(event.target)
  const isStopped = event.cancelBubble
  const livesNow = !isStopped && begun !== null && begun === control
  begun = null
  if (control === null || !(isStopped || livesNow)) return
  event.preventDefault()
  event.stopPropagation()
  keep(control, () => pressAgain(control, event))
  if (livesNow) setTimeout(playKept)
}

function onKeyDown(event: KeyboardEvent) {
  if (event.key === 'Escape') kept.set({ presses: [] })
  const control = controlAt(event.target)
  // a button makes a click of these by itself
  if (!event.cancelBubble || control === null || control.matches('button, input')) return
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  keep(control, () => control.dispatchEvent(new KeyboardEvent('keydown', event)))
}

function keep(target: Element, play: () => void) {
  const others = kept.get().presses.filter((press) => press.target !== target)
  kept.set({ presses: [...others, { target, play }] })
}

/** What opens when the pointer goes down waits for that; a key makes a click alone. */
function pressAgain(control: Element, click: MouseEvent) {
  if (click.detail > 0) {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
      control.dispatchEvent(new (type.startsWith('p') ? PointerEvent : MouseEvent)(type, click))
    }
  }
  control.dispatchEvent(new PointerEvent('click', click))
}

const CONTROLS =
  'button, [role="button"], [role="combobox"]:not(input), input[type="checkbox"], input[type="radio"]'

const controlAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest(CONTROLS) : null
