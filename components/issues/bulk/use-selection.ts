'use client'

import { useCallback, useMemo, useState } from 'react'

export type Selection = {
  refs: ReadonlySet<number>
  /** Puts one in or out; with `range`, everything from the last one to this. */
  toggle: (ref: number, range?: boolean) => void
  all: () => void
  clear: () => void
}

/** What is selected of a list; what has left the list is not selected any more. */
export function useSelection(order: readonly number[]): Selection {
  const [picked, setPicked] = useState<{ refs: ReadonlySet<number>; last: number | null }>({
    refs: new Set(),
    last: null,
  })
  const there = useMemo(() => new Set(order), [order])
  const refs = useMemo(() => new Set([...picked.refs].filter((ref) => there.has(ref))), [picked, there])
  const toggle = useCallback(
    (ref: number, range = false) =>
      setPicked(({ refs, last }) => {
        const next = new Set(refs)
        const [a, b] = [last === null ? -1 : order.indexOf(last), order.indexOf(ref)]
        if (range && a >= 0 && b >= 0) {
          for (const one of order.slice(Math.min(a, b), Math.max(a, b) + 1)) next.add(one)
        } else if (!next.delete(ref)) next.add(ref)
        return { refs: next, last: ref }
      }),
    [order],
  )
  const all = useCallback(() => setPicked({ refs: new Set(order), last: null }), [order])
  const clear = useCallback(() => setPicked({ refs: new Set(), last: null }), [])
  return useMemo(() => ({ refs, toggle, all, clear }), [refs, toggle, all, clear])
}
