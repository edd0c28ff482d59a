'use client'

import { useEffect, useState } from 'react'
import type { ComponentType } from 'react'

import { onAnotherTry } from './another-try.ts'
import { disappointTypist } from './awaited-focus.ts'
import { fetchAhead } from './fetch-ahead.ts'
import { Missing } from './lazily.tsx'
import type { Load } from './lazily.tsx'
import { Awaited } from './opening.tsx'

/**
 * A dialog, a menu, or whatever else takes the focus when it is asked for. It is fetched while the page is at rest, so
 * that the first press is as quick as the second; earlier by `ahead`, at the latest when it is first shown. What is typed
 * in the meantime waits for its field. It is never drawn by the server.
 */
export function lazyPopup<P extends { onClose: () => void }>(load: Load<P>) {
  let here: ComponentType<P> | null = null
  const fetch = async () => (here ??= await load())
  function LazyPopup(props: P) {
    const [{ Part, isMissing }, show] = useState(() => ({ Part: here, isMissing: false }))
    useEffect(() => {
      if (Part) return undefined
      let isShown = true
      const attempt = async () => {
        const Part = await fetch().catch(() => null)
        if (isShown) show({ Part, isMissing: Part === null })
      }
      void attempt()
      const stop = onAnotherTry(() => void attempt())
      return () => {
        isShown = false
        stop()
      }
    }, [Part])
    useEffect(() => {
      if (isMissing) disappointTypist()
    }, [isMissing])
    if (Part) return <Part {...props} />
    return isMissing ? <Missing /> : <Awaited onGiveUp={props.onClose} />
  }
  fetchAhead(fetch)
  return Object.assign(LazyPopup, {
    ahead: () => void fetch().catch(() => {}),
    /** Whether there is something that a second press could put away again. */
    isHere: () => here !== null,
  })
}
