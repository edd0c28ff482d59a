'use client'

import { onAnotherTry } from '#components/ui/popups/another-try.ts'

import { fetchMoves } from '#components/boards/moves/with-moves.ts'

type Library = typeof import('./pointer-library.ts')

let here: Library | null = null
/** What can be lifted can be dropped: the rules of moves come with it. */
const fetch = async () => {
  const [library] = await Promise.all([import('./pointer-library.ts'), fetchMoves()])
  return (here ??= library)
}

/**
 * Begins what a pointer drags by. The library for it comes right behind the page, which is drawn and takes keys without
 * it; one that did not come is asked for again. Returns what ends it.
 */
export function withPointer(begin: (library: Library) => () => void): () => void {
  if (here) return begin(here)
  const left = new AbortController()
  const attempt = async () => {
    const library = await fetch().catch(() => null)
    if (!library || left.signal.aborted || end) return
    stopTrying()
    end = begin(library)
  }
  let end: (() => void) | null = null
  const stopTrying = onAnotherTry(() => void attempt())
  void attempt()
  return () => {
    left.abort()
    stopTrying()
    end?.()
  }
}
