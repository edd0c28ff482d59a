'use client'

import { useEffect, useState } from 'react'

/** A title of fewer letters resembles everything. */
export const SHORTEST = 5
const PAUSE_MS = 250

/** What stands there when the typing pauses. */
export function useAfterPause(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
