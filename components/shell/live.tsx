'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { absorbEverything, absorbMessage } from './absorb.ts'
import { liveState } from './live-state.ts'
import { shareStream } from './live-shared.ts'
import type { News } from './live-stream.ts'
import { useGroup, useMe } from './use-group.ts'

/** The last event that was absorbed, by group: what is cached of a group is true up to there, also after a visit elsewhere. */
const heard = new Map<string, number>()

/** Keeps the cache true to the group while its pages are open. Shows nothing itself; has the group as its key. */
export function Live({ group }: { group: string }) {
  const client = useQueryClient()
  const { event } = useGroup(group)
  const { handle } = useMe()
  const [first] = useState(event)
  useEffect(() => {
    liveState.set({ status: 'catching up', people: [] })
    return shareStream({ group, person: handle, start: heard.get(group) ?? first }, (news: News) => {
      if (news.kind === 'status') liveState.set({ status: news.status })
      if (news.kind === 'present') liveState.set({ people: news.people })
      if (news.kind === 'reset') absorbEverything(client)
      if (news.kind === 'reset' && news.number !== null) heard.set(group, news.number)
      if (news.kind !== 'message') return
      absorbMessage(client, group, news.message)
      heard.set(group, news.message.number)
    })
  }, [client, group, handle, first])
  return null
}
