import { useEffect, useLayoutEffect, useRef } from 'react'
import type { FocusEvent } from 'react'

/**
 * For lists whose lines go when something is done to them: the line that takes the place of the one that had the focus
 * has it then. Where the whole list goes, the page has it.
 */
export function useFocusKept<T extends HTMLElement>() {
  const list = useRef<T>(null)
  const place = useRef(-1)
  const lines = () => [...(list.current?.children ?? [])]
  useLayoutEffect(() => {
    if (place.current < 0 || document.activeElement !== document.body) return
    const all = lines()
    const next = all[Math.min(place.current, all.length - 1)]?.querySelector('a')
    if (next) next.focus({ preventScroll: true })
    else focusPage()
  })
  useEffect(
    () => () => {
      if (place.current >= 0 && document.activeElement === document.body) focusPage()
    },
    [],
  )
  return {
    ref: list,
    onFocus: ({ target }: FocusEvent) => {
      place.current = lines().findIndex((line) => line.contains(target))
    },
    onBlur: ({ target }: FocusEvent) => {
      // what is taken out of the page does not leave it by itself
      if (target.isConnected) place.current = -1
    },
  }
}

/** What is read next and what a key moves on from: the focus is nowhere else, and not lost. */
export const focusPage = () => document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
