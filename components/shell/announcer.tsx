'use client'

import { createStore, useStore } from '#components/ui/store.ts'

const spoken = createStore({ words: '', turn: 0 })

/** Says it to a screen reader. The one live region of the page: nothing is said twice, and nothing over another. */
export function announce(words: string) {
  spoken.set(({ turn }) => ({ words, turn: turn + 1 }))
}

export function Announcer() {
  const words = useStore(spoken, (state) => state.words)
  const odd = useStore(spoken, (state) => state.turn % 2 === 1)
  return (
    <output aria-live="polite" aria-atomic="true" className="sr-only">
      {words}
      {odd ? '\u200b' : ''}
    </output>
  )
}
