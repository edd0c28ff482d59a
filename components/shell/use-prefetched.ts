'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'

import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { reading } from '#lib/http/query.ts'

/**
 * What a page has fetched for its components under the same endpoint and input. A page that forgot to fetch it fails
 * at once in the server's render, instead of showing a hole.
 */
export function usePrefetched<E extends Endpoint>(endpoint: E, input: SentTo<E>): OutputOf<E> {
  const options = reading(endpoint, input)
  const inCache = useQueryClient().getQueryData(options.queryKey) !== undefined
  const { data, error } = useQuery(options)
  if (data !== undefined) return data
  if (error) throw error
  const what = `${endpoint.id} ${JSON.stringify(input)}`
  throw new Error(inCache ? `${what} is empty` : `${what} was not prefetched by its page`)
}
