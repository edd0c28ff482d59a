'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

import { momentIn } from '#lib/kit/past.ts'

export type PeekAt = (ref: number | null) => void

/** The issue that is open beside a list, in the address like all that one looks at. */
export function usePeek(): [number | null, PeekAt] {
  const peeked = peekedIn(useSearchParams())
  const peek = useCallback<PeekAt>((ref) => {
    const query = new URLSearchParams(location.search)
    query.delete('peek')
    if (ref !== null) query.set('peek', String(ref))
    const text = query.toString().replaceAll('%21=', '!=').replaceAll('%2C', ',')
    history.replaceState(null, '', location.pathname + (text && `?${text}`))
  }, [])
  return [peeked, peek]
}

/** As the address says at this moment: a key that follows another closely is sooner than what they draw. */
export const peekedNow = (): number | null => peekedIn(new URLSearchParams(location.search))

/** None beside the past: an issue opens as it is now. */
function peekedIn(query: Pick<URLSearchParams, 'get'>): number | null {
  if (momentIn(query) !== null) return null
  const asked = Number(query.get('peek'))
  return Number.isInteger(asked) && asked > 0 ? asked : null
}
