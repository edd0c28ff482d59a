'use client'

import { startTransition, useEffect, useState } from 'react'

/** As many as two screens show: what a page comes with. */
const AT_FIRST = 60
/** So many are drawn in one go that a press between two of them waits for no longer than a frame or two. */
const MORE = 30

/** How many rows of a long list are drawn: the first with the page, the others a few at a time once it is usable. */
export function useDrawn(count: number): number {
  const [drawn, setDrawn] = useState(AT_FIRST)
  useEffect(() => {
    if (drawn >= count) return
    const next = setTimeout(() => startTransition(() => setDrawn(drawn + MORE)))
    return () => clearTimeout(next)
  }, [drawn, count])
  return Math.min(drawn, count)
}
