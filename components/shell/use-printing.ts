'use client'

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the page is being printed: for what is made for paper alone. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const control = new AbortController()
    const listen = { signal: control.signal }
    addEventListener('beforeprint', () => flushSync(() => setPrinting(true)), listen)
    addEventListener('afterprint', () => setPrinting(false), listen)
    return () => control.abort()
  }, [])
  return printing
}
