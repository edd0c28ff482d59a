'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import type { Topic } from '#lib/contract/endpoint.ts'

/** The channel on which the tabs of one browser tell each other what their person did. */
export const OWN_TABS = 'saydo.own'

/** Hears what the same person did in another tab. */
export function useOwnTabs() {
  const client = useQueryClient()
  useEffect(() => {
    if (!('BroadcastChannel' in window)) return undefined
    const channel = new BroadcastChannel(OWN_TABS)
    const refresh = async (topics: readonly Topic[]) => {
      const { refreshTopics } = await import('./cache-sync.ts')
      await refreshTopics(client, topics)
    }
    channel.addEventListener(
      'message',
      ({ data }: MessageEvent<Topic[]>) => void refresh(data).catch(() => {}),
    )
    return () => channel.close()
  }, [client])
}
