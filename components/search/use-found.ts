'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { find } from '#lib/contract/search.ts'
import type { Found, FoundKind } from '#lib/contract/search.ts'
import { reading } from '#lib/http/query.ts'

const PAUSE_MS = 90
const NOTHING: readonly Found[] = []

type Finding = { items: readonly Found[]; waiting: boolean; failed: boolean }

/** What is found by the words typed, once the hand rests; what was found before stays until then. */
export function useFound(group: string, typed: string, limit: number, kinds?: FoundKind[]): Finding {
  const q = useRested(typed.trim())
  const { data, error, isFetching } = useQuery({
    ...reading(find, { group, q, limit, ...(kinds ? { kind: kinds } : {}) }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 60_000,
  })
  const waiting = typed.trim() !== q || isFetching
  return {
    items: (typed.trim() !== '' && q !== '' && data?.items) || NOTHING,
    waiting,
    failed: error !== null,
  }
}

function useRested(text: string): string {
  const [rested, rest] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => rest(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
