'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'

import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { reading } from '#lib/http/query.ts'

import { SHORTEST, useAfterPause } from './use-after-pause.ts'

/** What resembles a title while it is written, asked when the typing pauses; nothing of a title too short to resemble anything. */
export function useResembling<E extends Endpoint>(
  endpoint: E,
  title: string,
  inputFor: (title: string) => SentTo<E>,
): OutputOf<E> | undefined {
  const asked = useAfterPause(title.trim())
  const isLong = asked.length >= SHORTEST
  const { data } = useQuery({
    ...reading(endpoint, inputFor(asked)),
    enabled: isLong,
    placeholderData: keepPreviousData,
  })
  return isLong ? data : undefined
}
