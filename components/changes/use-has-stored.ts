'use client'

import { useEffect, useState } from 'react'

import { outbox } from './outbox.ts'
import { useMe } from '#components/shell/use-group.ts'

/** Where a tab stores what a person did and the server has not answered yet. */
export const placeOf = (person: string) => `saydo.outbox.${person}`

/** The first look at what a browser keeps stops it for some milliseconds: it comes behind what people wait for. */
const LATER_MS = 500

/** Whether acts wait here to be sent, perhaps since an earlier visit of this tab. */
export function useHasStored(): boolean {
  const { handle } = useMe()
  const [hasStored, setStored] = useState(false)
  useEffect(() => {
    const look = () => setStored(isStored(placeOf(handle)))
    const timer = setTimeout(look, LATER_MS)
    const stop = outbox.subscribe(look)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [handle])
  return hasStored
}

function isStored(place: string): boolean {
  try {
    return sessionStorage.getItem(place) !== null
  } catch {
    return false
  }
}
