'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { absorbEverything, absorbMessage } from './absorb.ts'
import { liveState } from './live-state.ts'
import { shareStream } from './live-shared.ts'
import type { News } from './live-stream.ts'
import { useGroup } from './use-group.ts'

/** Keeps the cache true to the group while its pages are open. Shows nothing itself. */
export function Live({ group }: { group: string }) {
  const client = useQueryClient()
  const { event } = useGroup(group)
  useEffect(() => {
    liveState.set({ status: 'catching up', people: [] })
    return shareStream(group, event, (news: News) => {
      if (news.kind === 'status') liveState.set({ status: news.status })
      if (news.kind === 'present') liveState.set({ people: news.people })
      if (news.kind === 'reset') absorbEverything(client)
      if (news.kind === 'message') absorbMessage(client, group, news.message)
    })
    // the first number is where the page started; the stream itself remembers how far it came
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, group])
  return null
}
