'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

export type PeekAt = (ref: number | null) => void

/** The issue that is open beside a list, in the address like all that one looks at. */
export function usePeek(): [number | null, PeekAt] {
  const asked = Number(useSearchParams().get('peek'))
  const peek = useCallback<PeekAt>((ref) => {
    const query = new URLSearchParams(location.search)
    query.delete('peek')
    if (ref !== null) query.set('peek', String(ref))
    const text = query.toString().replaceAll('%21=', '!=').replaceAll('%2C', ',')
    history.replaceState(null, '', location.pathname + (text && `?${text}`))
  }, [])
  return [Number.isInteger(asked) && asked > 0 ? asked : null, peek]
}
