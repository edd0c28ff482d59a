'use client'

import { Suspense, lazy, useEffect, useState, useSyncExternalStore } from 'react'
import type { ComponentType, LazyExoticComponent } from 'react'

import { fetchAhead } from './fetch-ahead.ts'
import { Opening } from './opening.tsx'

export type Load<P> = () => Promise<ComponentType<P>>

/**
 * A part that the first paint may do without: fetched when it is first shown, or earlier by `ahead`, which a control
 * calls when it is pointed at. Without a connection it says so in its place, and is fetched once the connection is back;
 * the page round it stays. What a person asks for is fetched ahead and shows that it comes; where it takes the focus, it is
 * a `lazyPopup`.
 */
export function lazily<P extends object>(load: Load<P>, { isAskedFor = false } = {}) {
  let here: ComponentType<P> | null = null
  const fetch = async () => (here = await load())
  const fetched = (): LazyExoticComponent<ComponentType<P>> =>
    lazy(async () => ({ default: await fetch().catch(missing) }))
  let latest = fetched()
  const missing = (): ComponentType<P> => {
    latest = fetched()
    return () => <Missing />
  }
  function Lazily(props: P) {
    // what was fetched ahead is drawn at once, without the moment in which React would show that it waits
    const [{ Part }, show] = useState(() => ({ Part: here ?? latest }))
    useEffect(() => {
      const again = () => show({ Part: here ?? latest })
      window.addEventListener('online', again)
      return () => window.removeEventListener('online', again)
    }, [])
    return (
      <Suspense fallback={isAskedFor ? <Opening /> : null}>
        <Part {...props} />
      </Suspense>
    )
  }
  if (isAskedFor) fetchAhead(fetch)
  return Object.assign(Lazily, { ahead: () => void fetch().catch(() => {}) })
}

/** Said only where nothing stands that the server has drawn: what is being taken over from it may not differ. */
export function Missing() {
  const isOurs = useSyncExternalStore(
    stays,
    () => true,
    () => false,
  )
  if (!isOurs) return null
  return (
    <p
      role="alert"
      className="fixed inset-x-0 bottom-4 z-30 mx-auto w-fit max-w-[calc(100vw-2rem)] rounded-lg bg-inverse px-3.5 py-2 text-on-inverse shadow-float no-print"
    >
      This part could not be fetched. It shows when the connection is back.
    </p>
  )
}

const stays = () => () => {}
