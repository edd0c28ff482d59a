'use client'

import { useSyncExternalStore } from 'react'

const QUERY = '(max-width: 639px)'

/** Whether the window is as narrow as a phone's; the server takes it for wide. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(QUERY)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => matchMedia(QUERY).matches,
    () => false,
  )
}
