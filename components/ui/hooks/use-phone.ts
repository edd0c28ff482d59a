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
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(QUERY)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => matchMedia(QUERY).matches,
    () => taken,
  )
}

/** Tells the server what the window is, on every page: the next one may be the first that differs on a phone. */
export function useWindowTold(): void {
  useEffect(() => {
    const query = matchMedia(QUERY)
    const tell = () => {
      document.cookie = `${PHONE_COOKIE}=${query.matches ? 'yes' : 'no'}; path=/; max-age=31536000; samesite=lax`
    }
    tell()
    query.addEventListener('change', tell)
    return () => query.removeEventListener('change', tell)
  }, [])
}
