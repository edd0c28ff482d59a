'use client'

import { useEffect, useRef } from 'react'

/** A quicker way to what a button beside the text does as well: a double click on words, not on a link among them. */
export function useDoubleClick<E extends HTMLElement>(act: (() => void) | null) {
  const place = useRef<E>(null)
  useEffect(() => {
    const element = place.current
    if (!element || !act) return
    const onDoubleClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && !target.closest('a, button, input, label')) act()
    }
    element.addEventListener('dblclick', onDoubleClick)
    return () => element.removeEventListener('dblclick', onDoubleClick)
  }, [act])
  return place
}
