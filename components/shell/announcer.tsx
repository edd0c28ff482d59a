'use client'

import { createStore, useStore } from '#components/ui/store.ts'

const spoken = createStore({ text: '', turn: 0 })

/** Says it to a screen reader. The one live region of the page: nothing is said twice, and nothing over another. */
export function announce(text: string) {
  spoken.set(({ turn }) => ({ text, turn: turn + 1 }))
}

export function Announcer() {
  const text = useStore(spoken, (state) => state.text)
  const odd = useStore(spoken, (state) => state.turn % 2 === 1)
  return (
    <output aria-live="polite" aria-atomic="true" className="sr-only">
      {text}
      {odd ? '\u200b' : ''}
    </output>
  )
}
