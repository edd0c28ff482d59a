'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { newKey } from '#components/shell/new-key.ts'
import { tellOwnTabs } from '#components/shell/own-acts.ts'
import { toast } from '#components/shell/toasts.ts'
import { wordsOf } from '#components/issues/deeds.ts'
import type { Endpoint, SentTo } from '#lib/contract/endpoint.ts'
import { doneWithInbox, snoozeInbox } from '#lib/contract/inbox.ts'
import type { Snooze } from '#lib/domain/snooze.ts'
import { writing } from '#lib/http/query.ts'

const WORDS: Record<Snooze, string> = {
  later: 'later today',
  tomorrow: 'tomorrow morning',
  next_week: 'Monday morning',
}

/** What one does with items: off the list at once, back on it when the server says no. */
export function useInboxActs(group: string) {
  const client = useQueryClient()
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())
  const acts = useMemo(() => {
    const hide = (events: readonly number[]) => setGone((now) => new Set([...now, ...events]))
    const show = (events: readonly number[]) =>
      setGone((now) => new Set([...now].filter((event) => !events.includes(event))))
    const carryOut = async <E extends Endpoint>(endpoint: E, input: SentTo<E>, events: readonly number[]) => {
      hide(events)
      try {
        await writing(endpoint).mutationFn({ input, key: newKey() })
        await tellOwnTabs(client, ['inbox'])
        return true
      } catch (error) {
        toast({ text: wordsOf(error), tone: 'refused' })
        return false
      } finally {
        show(events)
      }
    }
    const mark = async (events: number[], done: boolean) => {
      const isDone = await carryOut(doneWithInbox, { group, events, done }, events)
      if (!isDone) return
      const what = events.length === 1 ? 'One item is' : `${events.length} items are`
      toast({
        text: done ? `${what} done.` : `${what} back in the inbox.`,
        undo: () => void mark(events, !done),
      })
    }
    const snooze = async (events: number[], until: Snooze | null) => {
      if (!(await carryOut(snoozeInbox, { group, events, until }, events))) return
      toast(
        until === null
          ? { text: 'Back in the inbox.' }
          : { text: `Put off until ${WORDS[until]}.`, undo: () => void snooze(events, null) },
      )
    }
    return { mark, snooze }
  }, [client, group])
  return { ...acts, gone }
}
