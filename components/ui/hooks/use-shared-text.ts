'use client'

import { useState } from 'react'

/**
 * A text in a dialog that another person may edit meanwhile: `now` is what it says at this moment. Neither
 * person's words are written over unseen by the other.
 */
export function useSharedText(now: string) {
  const [text, setText] = useState(now)
  /** The text of the others on which one's own is built. */
  const [was, setWas] = useState(now)
  const [aside, setAside] = useState<string | null>(null)
  if (now !== was && (text === was || text === now)) {
    setWas(now)
    setText(now)
  }
  const theirs = now === was ? null : now
  return {
    text,
    was,
    change: setText,
    /** What another person made of it meanwhile, until one decides between the two. */
    theirs,
    keepMine: () => setWas(now),
    takeTheirs() {
      setAside(text)
      setText(now)
      setWas(now)
    },
    /** One's own text that gave way to theirs. */
    aside,
    bringBack() {
      if (aside !== null) setText(aside)
      setAside(null)
    },
    dismiss: () => setAside(null),
  }
}

export type SharedText = ReturnType<typeof useSharedText>
