import { useCallback, useEffect, useRef } from 'react'
import type { RefObject } from 'react'

type Lines = {
  refs: readonly number[]
  active: number | null
  setActive: (ref: number) => void
  scroller: RefObject<HTMLElement | null>
  /** Whether one comes back to a line that had the focus. */
  hadFocus: boolean
}

/**
 * Gives the focus to a line as soon as it is added. When the active line has left the list, the one that has taken its
 * place is the active one, with the focus that the other had.
 */
export function useLineFocus({ refs, active, setActive, scroller, hadFocus }: Lines) {
  const wanted = useRef(hadFocus ? active : null)
  const place = useRef(0)
  const isFocused = useRef(hadFocus)
  useEffect(() => {
    const at = active === null ? -1 : refs.indexOf(active)
    const neighbour = refs[Math.min(place.current, refs.length - 1)]
    if (at >= 0) place.current = at
    else if (active !== null && neighbour !== undefined) {
      if (isFocused.current && isNowhere(document.activeElement)) wanted.current = neighbour
      setActive(neighbour)
    }
    const link = scroller.current?.querySelector<HTMLElement>(`[data-ref="${wanted.current}"]`)
    if (link) {
      wanted.current = null
      link.focus({ preventScroll: true })
    }
    isFocused.current = scroller.current?.contains(document.activeElement) ?? false
  })
  return useCallback((ref: number) => void (wanted.current = ref), [])
}

const isNowhere = (focused: Element | null) => focused === null || focused === document.body
