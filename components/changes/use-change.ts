'use client'

import { notifyManager, useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

import { ruleOf, wayTo, waysOn } from '#components/commands/next-steps.ts'
import { refusesPast } from '#components/shell/refuse.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Way } from '#components/shell/toasts.ts'
import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import type { Card, Changed } from '#lib/contract/issues.ts'
import { topicsTouchedBy } from '#lib/http/topics.ts'

import { applyChange, refreshTopics } from './cache-sync.ts'
import { inTurn } from './in-turn.ts'
import { applyOptimistic } from './optimistic.ts'
import type { Optimistic } from './optimistic.ts'
import { tellOwnTabs } from './own-tabs.ts'
import { send, wordsOf } from './send.ts'
import { isNewAct, offerUndo, undoAct } from './undo.ts'

/** In the past tense; where words depend on the answer, they are made of it. Null says nothing. */
export type Message<E extends Endpoint> = string | ((answer: OutputOf<E>) => string) | null

export type Changing<E extends Endpoint> = {
  endpoint: E
  input: SentTo<E>
  message: Message<E>
  /** The issue that is changed: acts on it arrive in their order, and wait in the outbox while the server is away. */
  issue?: number
  /** The same for what is about no single issue: acts of one name arrive in their order, and wait. */
  turn?: string
  /** What the issue will look like, shown until the answer is here. */
  optimistic?: Optimistic
  /** Shows another change at once, and returns what takes it back when it is refused. */
  show?: () => () => void
  /** Takes over what the answer says beyond the card of an issue. */
  apply?: (answer: OutputOf<E>) => void
  /** For the ear, what the eye sees anyway. */
  announcement?: string
  warnings?: (answer: OutputOf<E>) => readonly string[]
  /** Leads to what was made. */
  open?: (answer: OutputOf<E>) => void
  /** The undo of an act that leaves no event; what it returns says how that went. */
  undo?: (answer: OutputOf<E>) => () => Promise<unknown>
  /** No button offers to take it back; Z says why not, or that it is `final`. */
  final?: boolean | string
  /** What a person does next where a rule refuses the act, before what the rule alone offers. */
  ways?: (rule: unknown) => Way[]
  /** The caller shows the message and keeps the undo; `message` stands in the outbox alone. */
  quiet?: boolean
  /** The key of an attempt that was made before; each try of one act carries the same. */
  key?: string
  /** Throws the refusal, for a caller that shows it in its place. */
  throws?: boolean
}

/** Sends one change, shows it, and says how it went. Resolves to null for one that was refused, discarded or did not arrive. */
export type Change = <E extends Endpoint>(changing: Changing<E>) => Promise<OutputOf<E> | null>

/** The one way to write: a change with its optimistic look, its order, its key, its toast and its undo. */
export function useChange(): Change {
  const client = useQueryClient()
  return useCallback((changing) => changeWith(client, changing), [client])
}

/** The same for forms, whose buttons wait until it is over. */
export function useBusyChange(): { change: Change; busy: boolean } {
  const send = useChange()
  const [count, setCount] = useState(0)
  const change: Change = useCallback(
    async (changing) => {
      setCount((now) => now + 1)
      try {
        return await send(changing)
      } finally {
        setCount((now) => now - 1)
      }
    },
    [send],
  )
  return { change, busy: count > 0 }
}

/** The same where there is no component to hold it. */
export async function changeWith<E extends Endpoint>(
  client: QueryClient,
  how: Changing<E>,
): Promise<OutputOf<E> | null> {
  if (refusesPast()) return null
  const { endpoint, input, message, issue, optimistic = {}, key } = how
  const turn = how.turn ?? (issue === undefined ? null : `#${issue}`)
  const group = groupOf(input)
  const forget = issue === undefined ? null : applyOptimistic(group, issue, optimistic)
  const hide = how.show?.()
  const { promise, resolve } = Promise.withResolvers<number | null>()
  const claim = offerUndo(group, async () => {
    const event = await promise
    if (event !== null) await undoAct(client, group, event)
  })
  try {
    const words = typeof message === 'string' && turn !== null ? message : undefined
    const run = (onWait?: () => void) => send(endpoint, input, { message: words, onWait, key })
    const answer = await (turn === null ? run() : inTurn(`${group}${turn}`, run))
    const event = eventIn(answer)
    resolve(event)
    const { card, warnings } = factsIn(answer)
    if (card && event !== null) applyChange(client, group, card, event, optimistic)
    how.apply?.(answer)
    if (!card) await refresh(client, endpoint, event)
    const undo = undoOf(client, { group, event, how, answer, claim })
    tellOf(how, { answer, undo, warnings })
    return answer
  } catch (error) {
    claim()
    resolve(null)
    hide?.()
    if (how.throws) throw error
    refuse(error, how)
    return null
  } finally {
    // once every part of the page has heard what the answer says: until then the old would show again
    if (forget) notifyManager.schedule(forget)
  }
}

const refresh = (client: QueryClient, endpoint: Endpoint, event: number | null): Promise<void> =>
  event === null
    ? tellOwnTabs(client, topicsTouchedBy(endpoint))
    : refreshTopics(client, [...topicsTouchedBy(endpoint), 'events'])

type Done<E extends Endpoint> = {
  group: string
  event: number | null
  how: Changing<E>
  answer: OutputOf<E>
  /** Forgets the undo that was kept before the answer was here. */
  claim: () => boolean
}

/** What the button of the toast does; null where there is none. What changed nothing is no act: Z means the one before. */
function undoOf<E extends Endpoint>(
  client: QueryClient,
  { group, event, how, answer, claim }: Done<E>,
): (() => void) | null {
  if (how.quiet) {
    claim()
    return null
  }
  if (event === null || typeof how.final === 'string') {
    claim()
    if (typeof how.final === 'string') {
      const text = how.final
      offerUndo(group, async () => toast({ text, tone: 'refused' }))
      return null
    }
    const undo = how.undo?.(answer)
    if (!undo) return null
    const forget = offerUndo(group, async () => void (await undo()))
    return () => void (forget() && undo())
  }
  if (isNewAct(group, event)) return how.final ? null : () => void (claim() && undoAct(client, group, event))
  claim()
  return null
}

type Telling<E extends Endpoint> = {
  answer: OutputOf<E>
  undo: (() => void) | null
  warnings: Changed['warnings']
}

function tellOf<E extends Endpoint>(how: Changing<E>, { answer, undo, warnings }: Telling<E>) {
  const { message, announcement, open, quiet } = how
  const text = typeof message === 'function' ? message(answer) : message
  if (quiet || text === null || text === '') return
  toast({
    text,
    ...(announcement === undefined ? {} : { announcement }),
    ...(open ? { open: () => open(answer) } : {}),
    ...(undo ? { undo } : {}),
    warnings: [...(how.warnings?.(answer) ?? []), ...warnings.map(({ because }) => because)],
  })
}

function refuse<E extends Endpoint>(error: unknown, { issue, ways }: Changing<E>) {
  const rule = ruleOf(error)
  toast({
    text: issue === undefined ? wordsOf(error) : `#${issue} stays as it is. ${wordsOf(error)}`,
    tone: 'refused',
    ways: [...(ways?.(rule) ?? []), ...(issue === undefined ? [] : waysOn([issue], rule)), ...wayTo(error)],
  })
}

/** Acts outside of any group have one list of their own. */
const groupOf = (input: object): string => {
  const group = memberOf(input, 'group')
  return typeof group === 'string' ? group : ''
}

function eventIn(answer: unknown): number | null {
  const event = memberOf(answer, 'event')
  return typeof event === 'number' ? event : null
}

/** What an answer about an issue says; of others nothing. */
function factsIn(answer: unknown): { card: Card | null; warnings: Changed['warnings'] } {
  const [card, warnings] = [memberOf(answer, 'card'), memberOf(answer, 'warnings')]
  return {
    // safe because the contract calls nothing else by these names
    card: (card as Card | undefined) ?? null,
    warnings: (warnings as Changed['warnings'] | undefined) ?? [],
  }
}

const memberOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && name in of
    ? Object.entries(of).find(([key]) => key === name)?.[1]
    : undefined
