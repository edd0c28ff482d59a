import type { QueryClient } from '@tanstack/react-query'

import type { Topic } from '#lib/contract/endpoint.ts'

import { refreshTopics } from './cache-sync.ts'
import { OWN_TABS } from './use-own-tabs.ts'

/** Refreshes what an own act touched that no stream tells of, in this tab and in the others of this browser. */
export async function tellOwnTabs(client: QueryClient, topics: readonly Topic[]): Promise<void> {
  if ('BroadcastChannel' in window) {
    const channel = new BroadcastChannel(OWN_TABS)
    channel.postMessage(topics)
    channel.close()
  }
  await refreshTopics(client, topics)
}
