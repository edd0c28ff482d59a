'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { useMe } from '#components/shell/use-group.ts'
import type { AgendaItem, SyncRoom } from '#lib/contract/syncs.ts'
import { beHere, readPresence } from '#lib/contract/syncs.ts'
import { PRESENCE_BEAT_MS } from '#lib/domain/syncs/next.ts'
import { reading } from '#lib/http/query.ts'

import { firstItem } from './room-reads.ts'

type Place = {
  items: AgendaItem[]
  item: AgendaItem | null
  at: number
  go: (key: string) => void
  step: (by: number) => void
  skip: () => void
  /** To the next one that is open, once one is settled. */
  next: () => void
}

/** Which item the reader looks at. What they skip comes back at the end. */
export function usePlace(room: SyncRoom, led: string | null, onLeave: () => void): Place {
  const [chosen, choose] = useState<string | null>(null)
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const items = [
    ...room.items.filter(({ key }) => !skipped.includes(key)),
    ...skipped.flatMap((key) => room.items.find((one) => one.key === key) ?? []),
  ]
  const key = led ?? chosen
  const item = items.find((one) => one.key === key) ?? firstItem({ sync: room.sync, items })
  const at = item ? items.indexOf(item) : -1
  const go = (to: string) => {
    onLeave()
    choose(to)
  }
  const open = items.filter((one, place) => one.state === 'open' && place !== at)
  const after = open.find((one) => items.indexOf(one) > at) ?? open[0]
  return {
    items,
    item: item ?? null,
    at,
    go,
    step: (by) => {
      const to = items[Math.min(Math.max(at + by, 0), items.length - 1)]
      if (to) go(to.key)
    },
    skip: () => {
      if (!item) return
      setSkipped([...skipped.filter((one) => one !== item.key), item.key])
      if (after) go(after.key)
    },
    next: () => after && go(after.key),
  }
}

/** An item is read from its top: one that is turned to from the foot of another one comes into sight. */
export function useTopOfItem(key: string | null) {
  const top = useRef<HTMLDivElement>(null)
  const shown = useRef(key)
  useEffect(() => {
    if (shown.current === key) return
    shown.current = key
    if ((top.current?.getBoundingClientRect().top ?? 0) < 0) top.current?.scrollIntoView({ block: 'start' })
  }, [key])
  return top
}

/** Who is in the room, and which item its lead looks at; says that the reader is there while the sync runs. */
export function usePresence(group: string, sync: SyncRoom['sync'], item: string | null) {
  const client = useQueryClient()
  const change = useChange()
  const id = sync?.id ?? 0
  const isRunning = sync?.state === 'running'
  const { data } = useQuery({ ...reading(readPresence, { group, sync: id }), enabled: isRunning })
  useEffect(() => {
    if (id === 0) return undefined
    const say = async () => {
      const input = { group, sync: id, item }
      try {
        const here = await change({ endpoint: beHere, input, message: null, quiet: true, throws: true })
        if (here) client.setQueryData(reading(readPresence, { group, sync: id }).queryKey, here)
      } catch {
        // said again at the next beat
      }
    }
    void say()
    if (!isRunning) return undefined
    const timer = setInterval(() => void say(), PRESENCE_BEAT_MS)
    return () => clearInterval(timer)
  }, [change, client, group, id, isRunning, item])
  return data?.people ?? []
}

/** The item to which the lead turned, for those who follow. */
export function useLead(group: string, sync: SyncRoom['sync']) {
  const me = useMe()
  const isRunning = sync?.state === 'running'
  const { data } = useQuery({
    ...reading(readPresence, { group, sync: sync?.id ?? 0 }),
    enabled: isRunning,
  })
  const [follows, setFollows] = useState(true)
  const lead = data?.people.find(({ leads }) => leads) ?? null
  const isMine = sync?.lead?.handle === me.handle
  return {
    isMine,
    lead: sync?.lead ?? null,
    follows: isRunning && !isMine && follows,
    setFollows,
    item: isRunning && !isMine && follows ? (lead?.item ?? null) : null,
  }
}
