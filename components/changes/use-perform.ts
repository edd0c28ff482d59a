'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { isNewAct, keepUndo, undoAct } from './undo.ts'
import { absorbCard } from './cache-sync.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Way } from '#components/shell/toasts.ts'
import type { Endpoint, SentTo } from '#lib/contract/endpoint.ts'
import type { Changed } from '#lib/contract/issues.ts'

import { hope } from './optimistic.ts'
import type { Hoped } from './optimistic.ts'
import { send, wordsOf } from './send.ts'
import { ruleOf, waysOn } from '#components/commands/next-steps.ts'

type Changing = Endpoint & { output: { _zod: { output: Changed } } }

export type Deed<E extends Changing> = {
  endpoint: E
  input: SentTo<E>
  ref: number
  /** What the card will look like, shown until the answer is here. */
  hoped: Hoped
  /** In the past tense, for the eye; `aloud` adds what the eye sees anyway. */
  told: string
  aloud?: string
  /** What a person does next where the act is refused by a rule, before what the rule alone tells. */
  ways?: (rule: unknown) => Way[]
  /** For good, so that no button offers to take it back; Z says why not. */
  final?: boolean
}

/** Does one thing to an issue: at once on the screen, then on the server; resolves to whether it was done. */
export type Perform = <E extends Changing>(deed: Deed<E>) => Promise<boolean>

export function usePerform(group: string): Perform {
  const client = useQueryClient()
  return useMemo(() => performer(client, group), [client, group])
}

function performer(client: QueryClient, group: string): Perform {
  return async ({ endpoint, input, ref, hoped, told, aloud, final, ways }) => {
    const forget = hope(group, ref, hoped)
    const { promise, resolve } = Promise.withResolvers<number | null>()
    const takeBack = keepUndo(group, async () => {
      const event = await promise
      if (event !== null) await undoAct(client, group, event)
    })
    try {
      const { card, warnings, event } = await inTurn(`${group}#${ref}`, (onWait) =>
        send(endpoint, input, told, onWait),
      )
      absorbCard(client, group, card, event, hoped)
      resolve(event)
      const isNew = isNewAct(group, event)
      // What changed nothing is no act: Z means the one before.
      if (!isNew) takeBack()
      toast({
        text: told,
        ...(aloud ? { aloud } : {}),
        warnings: warnings.map(({ because }) => because),
        ...(final || !isNew ? {} : { undo: () => void (takeBack() && undoAct(client, group, event)) }),
      })
      return true
    } catch (error) {
      takeBack()
      resolve(null)
      const rule = ruleOf(error)
      toast({
        text: `#${ref} stays as it is. ${wordsOf(error)}`,
        tone: 'refused',
        ways: [...(ways?.(rule) ?? []), ...waysOn([ref], rule)],
      })
      return false
    } finally {
      forget()
    }
  }
}

const before = new Map<string, Promise<void>>()

/**
 * Acts on one issue arrive in the order in which they were done, however quickly one followed the other: each begins
 * when the one before is over, or waits in the outbox, which keeps the order.
 */
function inTurn<T>(issue: string, act: (onWait: () => void) => Promise<T>): Promise<T> {
  const { promise: over, resolve } = Promise.withResolvers<void>()
  const mine = (before.get(issue) ?? Promise.resolve()).then(() => act(resolve))
  mine.then(
    () => resolve(),
    () => resolve(),
  )
  before.set(issue, over)
  void over.then(() => before.get(issue) === over && before.delete(issue))
  return mine
}
