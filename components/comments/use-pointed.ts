'use client'

import { useEffect, useState } from 'react'

/** The fragment of the address, such as `comment-12`: whoever follows a link to a comment sees which one is meant. */
export function usePointed(): string | null {
  const [pointed, setPointed] = useState<string | null>(null)
  useEffect(() => {
    const look = () => {
      const name = decodeURIComponent(location.hash.slice(1)) || null
      setPointed(name)
      if (name) document.getElementById(name)?.scrollIntoView({ block: 'center' })
    }
    look()
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
  return pointed
}
