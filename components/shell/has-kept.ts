'use client'

import { useSyncExternalStore } from 'react'

import { outbox } from './outbox.ts'
import { useMe } from './use-group.ts'

/** Where a tab keeps what a person did and nobody has answered yet. */
export const placeOf = (person: string) => `saydo.outbox.${person}`

/** Whether acts wait here to be sent, perhaps since an earlier visit of this tab. */
export function useHasKept(): boolean {
  const { handle } = useMe()
  return useSyncExternalStore(
    outbox.subscribe,
    () => isKept(placeOf(handle)),
    () => false,
  )
}

function isKept(place: string): boolean {
  try {
    return sessionStorage.getItem(place) !== null
  } catch {
    return false
  }
}
