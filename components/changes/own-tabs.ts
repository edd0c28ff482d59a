'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import type { Topic } from '#lib/contract/endpoint.ts'

import { refreshTopics } from './cache-sync.ts'

const CHANNEL = 'saydo.own'

/** Refreshes what an own act touched that no stream tells of, in this tab and in the others of this browser. */
export async function tellOwnTabs(client: QueryClient, topics: readonly Topic[]): Promise<void> {
  if ('BroadcastChannel' in window) {
    const channel = new BroadcastChannel(CHANNEL)
    channel.postMessage(topics)
    channel.close()
  }
  await refreshTopics(client, topics)
}

/** Hears what the same person did in another tab. */
export function useOwnTabs() {
  const client = useQueryClient()
  useEffect(() => {
    if (!('BroadcastChannel' in window)) return undefined
    const channel = new BroadcastChannel(CHANNEL)
    channel.addEventListener('message', ({ data }: MessageEvent<Topic[]>) => void refreshTopics(client, data))
    return () => channel.close()
  }, [client])
}
