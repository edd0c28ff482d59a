'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { build } from '#components/ui/build.ts'
import { useStore } from '#components/ui/store.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'

import { refreshAll, refreshTopics, applyInbox, applyEvent } from '#components/changes/cache-sync.ts'
import { liveState } from '#components/shell/live-state.ts'
import type { Whose } from './live-shared.ts'
import type { News } from './live-stream.ts'
import { outbox } from '#components/changes/outbox.ts'
import { checkSession, loseAccess, session } from './session.ts'
import { useGroup, useMe } from '#components/shell/use-group.ts'

/** The last event that was absorbed, by group: what is cached of a group is true up to there, also after a visit elsewhere. */
const heard = new Map<string, number>()

/**
 * Keeps the cache true to the group while its pages are open. Shows nothing itself; has the group as its key. `build` is
 * the one that the page is from.
 */
export function Live({ group, build: own }: { group: string; build: string }) {
  const client = useQueryClient()
  const { event, today } = useGroup(group)
  const latestDay = useLatest(today)
  const { handle } = useMe()
  const [first] = useState(event)
  const isLost = useStore(session, ({ lost }) => lost !== null)
  useEffect(() => {
    if (isLost) return undefined
    liveState.set({ status: 'catching up', people: [] })
    const hear = (news: News) => {
      if (news.kind === 'gone') loseAccess(news.because)
      if (news.kind === 'status') liveState.set({ status: news.status })
      if (news.kind === 'refused') void checkSession(group)
      if (news.kind === 'beat') build.set({ isOld: news.build !== own })
      if (news.kind === 'inbox') applyInbox(client, group, news.waiting)
      if (news.kind === 'room') void refreshTopics(client, ['sync_presence'])
      if (news.kind === 'present') liveState.set({ people: news.people })
      // With a new day another milestone may be the current one, and other things are due.
      if (news.kind === 'day' && news.day !== latestDay()) refreshAll(client)
      if (news.kind === 'away') outbox.set({ away: 'database' })
      if (news.kind === 'reset') refreshAll(client)
      if (news.kind === 'reset' && news.number !== null) heard.set(group, news.number)
      if (news.kind !== 'message') return
      applyEvent(client, group, news.message)
      heard.set(group, news.message.number)
    }
    const whose = () => ({ group, person: handle, start: heard.get(group) ?? first })
    return listening(whose, hear)
  }, [client, group, handle, first, latestDay, isLost, own])
  return null
}

/** Fetches what listens once the page is there, which can be drawn without it; and again when that failed. */
function listening(whose: () => Whose, hear: (news: News) => void): () => void {
  let isOver = false
  let close = () => {}
  const open = async () => {
    try {
      const { shareStream } = await import('./live-shared.ts')
      if (!isOver) close = shareStream(whose(), hear)
    } catch {
      hear({ kind: 'status', status: 'offline' })
      if (!isOver) window.addEventListener('online', open, { once: true })
    }
  }
  void open()
  return () => {
    isOver = true
    window.removeEventListener('online', open)
    close()
  }
}
