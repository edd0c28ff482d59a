import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * Tells, to what is called later, what was given last; the function itself stays the same. It knows a change before
 * that can be seen: a key or a drop that follows means what is seen.
 */
export function useLatest<T>(value: T): () => T {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return useCallback(() => latest.current, [])
}
