'use client'

import { Suspense, lazy, useEffect, useState, useSyncExternalStore } from 'react'
import type { ComponentType, LazyExoticComponent } from 'react'

/**
 * A part that the first paint does not need, such as a dialog: fetched when it is first shown, or earlier by `ahead`,
 * which a control calls when it is pointed at. Without a connection it says so in its place, and is fetched once the
 * connection is back; the page round it stays.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>) {
  const fetched = (): LazyExoticComponent<ComponentType<P>> =>
    lazy(async () => ({ default: await load().catch(missing) }))
  let latest = fetched()
  const missing = (): ComponentType<P> => {
    latest = fetched()
    return () => <Missing />
  }
  function Lazily(props: P) {
    const [{ Part }, show] = useState(() => ({ Part: latest }))
    useEffect(() => {
      const again = () => show({ Part: latest })
      window.addEventListener('online', again)
      return () => window.removeEventListener('online', again)
    }, [])
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    )
  }
  return Object.assign(Lazily, { ahead: () => void load().catch(() => {}) })
}

/** Said only where nothing stands that the server has drawn: what is being taken over from it may not differ. */
function Missing() {
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
