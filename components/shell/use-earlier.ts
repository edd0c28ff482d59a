'use client'

import { useState } from 'react'

import { withEarlier, withNewest } from '#lib/kit/pages.ts'
import type { Page } from '#lib/kit/pages.ts'

type Numbered = { number: number }

/** The newest page of what happened, which stays live, and those before it as far as a person asked for them. */
export function useEarlier<T extends Numbered>(
  newest: Page<T> | undefined,
  read: (cursor: string) => Promise<Page<T>>,
) {
  const [held, setHeld] = useState<Page<T> | null>(null)
  const [status, setStatus] = useState<'idle' | 'reading' | 'away'>('idle')
  const shown = newest && (held ? withNewest(held, newest) : newest)
  // What is shown is what later pages are joined to, also when the newest page moves on.
  if (held && shown && shown.items[0]?.number !== held.items[0]?.number) setHeld(shown)
  const next = shown?.next ?? null
  return {
    items: shown?.items ?? [],
    status,
    showEarlier:
      next === null
        ? null
        : async () => {
            setStatus('reading')
            try {
              const earlier = await read(next)
              setHeld((now) => withEarlier(now ?? shown ?? earlier, earlier))
              setStatus('idle')
            } catch {
              setStatus('away')
            }
          },
  }
}
