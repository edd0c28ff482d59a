'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { useStore } from '#components/ui/store.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'

import { liveState } from '#components/shell/live-state.ts'
import type { Whose } from './live-shared.ts'
import type { About } from './hear.ts'
import { session } from './session.ts'
import { useGroup, useMe } from '#components/shell/use-group.ts'

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
    return listening({ client, group, build: own, today: latestDay }, { group, person: handle, start: first })
  }, [client, group, handle, first, latestDay, isLost, own])
  return null
}

/** Fetches what listens once the page is there, which can be drawn without it; and again when that failed. */
function listening(about: About, whose: Whose): () => void {
  let isOver = false
  let close = () => {}
  const open = async () => {
    try {
      const [{ shareStream }, { heardOf, hearing }] = await Promise.all([
        import('./live-shared.ts'),
        import('./hear.ts'),
      ])
      const start = heardOf(whose.group) ?? whose.start
      if (!isOver) close = shareStream({ ...whose, start }, hearing(about))
    } catch {
      liveState.set({ status: 'offline' })
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
