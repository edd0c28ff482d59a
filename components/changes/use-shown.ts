'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { isGone } from '#lib/http/call.ts'
import { reading } from '#lib/http/query.ts'

import { whoIsAway } from './outbox.ts'

/**
 * What a page has fetched, and what it asks for anew while it stays, such as another milestone or another moment: the one
 * before stays until the next is here, also while the server does not answer. Throws what cannot be shown.
 */
export function useShown<E extends Endpoint>(
  endpoint: E,
  input: SentTo<E>,
  { enabled = true } = {},
): { data: OutputOf<E>; waiting: boolean } {
  const { data, error, isPlaceholderData } = useQuery({
    ...reading(endpoint, input),
    enabled,
    placeholderData: keepPreviousData,
  })
  const [last, keep] = useState(data)
  if (data !== undefined && data !== last) keep(data)
  const shown = data ?? (whoIsAway(error) === null ? undefined : last)
  if (error && (shown === undefined || isGone(error))) throw error
  if (shown === undefined)
    throw new Error(`${endpoint.id} ${JSON.stringify(input)} was not prefetched by its page`)
  return { data: shown, waiting: isPlaceholderData || data === undefined }
}
