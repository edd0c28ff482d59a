'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { toast } from '#components/shell/toasts.ts'
import { offerUndo, undoAct } from '#components/changes/undo.ts'
import { changeWith } from '#components/changes/use-change.ts'
import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { doneWithInbox, snoozeInbox } from '#lib/contract/inbox.ts'
import type { InboxItem } from '#lib/contract/inbox.ts'
import type { Snooze } from '#lib/domain/snooze.ts'

import { sendAnswer } from './send-answer.ts'
import type { Answer } from './send-answer.ts'

const WORDS: Record<Snooze, string> = {
  later: 'later today',
  tomorrow: 'tomorrow morning',
  next_week: 'Monday morning',
}

/** The most that are marked in one request. */
const AT_ONCE = 500

/** What one does with items: off the list at once, back on it when the server says no. */
export function useInboxActs(group: string) {
  const client = useQueryClient()
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())
  const acts = useMemo(() => {
    const hide = (events: readonly number[]) => setGone((now) => new Set([...now, ...events]))
    const show = (events: readonly number[]) =>
      setGone((now) => new Set([...now].filter((event) => !events.includes(event))))
    const carryOut = async <E extends Endpoint>(
      endpoint: E,
      input: SentTo<E>,
      events: readonly number[],
    ): Promise<OutputOf<E> | null> => {
      hide(events)
      const answer = await changeWith(client, { endpoint, input, message: null })
      show(events)
      return answer
    }
    /** They leave no event: the undo is the act the other way round, which has none of its own. */
    const tell = (text: string, undo: () => Promise<void>, warnings: string[] = []) => {
      const claim = offerUndo(group, undo)
      toast({ text, warnings, undo: () => void (claim() && undo()) })
    }
    const back = async (events: readonly number[]) => {
      for (let at = 0; at < events.length; at += AT_ONCE) {
        const some = events.slice(at, at + AT_ONCE)
        if (!(await carryOut(doneWithInbox, { group, events: some, done: false }, some))) return
      }
      toast({ text: `${counted(events.length)} back in the inbox.` })
    }
    /** `events` null for all that waits; `message` in place of the usual words; `before` takes back what came before it. */
    const finish = async (events: number[] | null, message?: string, before?: () => Promise<void>) => {
      const input = { group, done: true, ...(events ? { events } : {}) }
      const answer = await carryOut(doneWithInbox, input, events ?? [])
      if (!answer) return void (before && offerUndo(group, before))
      if (before && answer.events.length === 0) return tell(message ?? '', before)
      const stay = answer.stayed === 0 ? [] : [stayText(answer.stayed)]
      if (answer.events.length === 0) {
        return toast({ text: 'Nothing was marked as done.', tone: 'refused', warnings: stay })
      }
      tell(
        message ?? `${counted(answer.events.length)} done.`,
        async () => {
          await back(answer.events)
          await before?.()
        },
        stay,
      )
    }
    /** What was answered is done. False when the answer did not arrive. */
    const answer = async (item: InboxItem, given: Answer): Promise<boolean> => {
      if (item.issue === null) return false
      const event = await sendAnswer(client, group, item.issue, given)
      if (event === null) return false
      await finish([item.event], `Answered on #${item.issue}.`, () => undoAct(client, group, event))
      return true
    }
    const snooze = async (events: number[], until: Snooze | null) => {
      if (!(await carryOut(snoozeInbox, { group, events, until }, events))) return
      if (until === null) toast({ text: 'Back in the inbox.' })
      else tell(`Snoozed until ${WORDS[until]}.`, () => snooze(events, null))
    }
    return { finish, back, answer, snooze }
  }, [client, group])
  return { ...acts, gone }
}

const counted = (count: number) => (count === 1 ? 'One item is' : `${count} items are`)

const stayText = (count: number) =>
  count === 1 ? 'One stays until you answer it.' : `${count} stay until you answer them.`
