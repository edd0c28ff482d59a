'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'

import { listStateFrom, queryOf } from './list-state.ts'
import type { ListState } from './list-state.ts'

export type ChangeList = (part: Partial<ListState>) => void

export function useListState(): [ListState, ChangeList] {
  const params = useSearchParams()
  const state = useMemo(() => listStateFrom(params), [params])
  const change = useCallback((part: Partial<ListState>) => {
    const before = listStateFrom(new URLSearchParams(location.search))
    history.replaceState(null, '', `${location.pathname}${queryOf({ ...before, ...part })}`)
  }, [])
  return [state, change]
}
