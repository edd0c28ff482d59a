'use client'

import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'

import { PHONE_COOKIE } from '#components/ui/is-phone.ts'

const QUERY = '(max-width: 639px)'

/** What the server has taken the window for, as `isTakenForPhone` says. */
export const TakenForPhone = createContext(false)

/**
 * Whether the window is as narrow as a phone's. The server goes by what the window was the last time, at first by what
 * the browser says of itself, so that nothing jumps when the page comes to life.
 */
export function usePhone(): boolean {
  const taken = useContext(TakenForPhone)
  const isPhone = useSyncExternalStore(
    (listener) => {
      const query = matchMedia(QUERY)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => matchMedia(QUERY).matches,
    () => taken,
  )
  useEffect(() => {
    const value = isPhone ? 'yes' : 'no'
    document.cookie = `${PHONE_COOKIE}=${value}; path=/; max-age=31536000; samesite=lax`
  }, [isPhone])
  return isPhone
}
