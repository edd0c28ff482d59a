'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo, useSyncExternalStore } from 'react'

import { planStateFrom, queryWith } from './plan-state.ts'
import type { PlanState } from './plan-state.ts'

export type ChangePlan = (part: Partial<PlanState> | ((now: PlanState) => Partial<PlanState>)) => void

/**
 * What the page shows, in its address. A change begins from what the address says at that moment, and is drawn at once:
 * the router tells of a new address only when it has time.
 */
export function usePlanState(): [PlanState, ChangePlan] {
  const params = useSearchParams()
  const search = useSyncExternalStore(
    subscribe,
    () => location.search,
    () => params.toString(),
  )
  return [useMemo(() => planStateFrom(new URLSearchParams(search)), [search]), change]
}

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}

const change: ChangePlan = (part) => {
  const now = planStateFrom(new URLSearchParams(location.search))
  const next = { ...now, ...(typeof part === 'function' ? part(now) : part) }
  history.replaceState(null, '', `${location.pathname}${queryWith(location.search, next)}`)
  for (const listener of listeners) listener()
}
