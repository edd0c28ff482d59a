'use client'

import { usePathname } from 'next/navigation'
import { useLayoutEffect, useState } from 'react'

import { useLatest } from '#components/ui/hooks/use-latest.ts'

/** How each part of each page was left, by the path of the page. */
const kept = new Map<string, unknown>()
/** The path to which history has just led back, or forward. */
let returnedTo: string | null = null

/** Listens for the whole page; called once. */
export function watchReturns(): () => void {
  const onPop = () => {
    returnedTo = location.pathname
  }
  window.addEventListener('popstate', onPop)
  return () => window.removeEventListener('popstate', onPop)
}

export const hasReturnedTo = (path: string) => returnedTo === path

/** How a part of this page was left, where Back or Forward have led to it again; null on every other visit. */
export function useFormerPlace<T extends object>(part: string): T | null {
  const path = usePathname()
  // safe because what a part is left as and what it is given back share one type, named at both places beside each other
  const [place] = useState(() =>
    hasReturnedTo(path) ? ((kept.get(`${path} ${part}`) as T | undefined) ?? null) : null,
  )
  return place
}

/** Keeps how a part of this page is left; it is asked when the page goes, while all of it is still there. */
export function useKeepPlace<T extends object>(part: string, look: () => T) {
  const path = usePathname()
  const latest = useLatest(look)
  useLayoutEffect(
    () => () => {
      kept.set(`${path} ${part}`, latest()())
      if (returnedTo === path) returnedTo = null
    },
    [path, part, latest],
  )
}
