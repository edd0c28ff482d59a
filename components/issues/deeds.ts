'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { absorbCard } from '#components/shell/absorb.ts'
import { newKey } from '#components/shell/new-key.ts'
import { Discarded, isHeld, outbox, waitInOutbox, whoIsAway } from '#components/shell/outbox.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { undoEvent } from '#lib/contract/events.ts'
import type { Changed } from '#lib/contract/issues.ts'
import { Refused } from '#lib/http/call.ts'
import { writing } from '#lib/http/query.ts'
import { undoLink } from '#lib/kit/links.ts'

import { hope } from './hopes.ts'
import type { Hoped } from './hopes.ts'

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
}

/** Does one thing to an issue: at once on the screen, then on the server; resolves to whether it was done. */
export type Perform = <E extends Changing>(deed: Deed<E>) => Promise<boolean>

export function usePerform(group: string): Perform {
  const client = useQueryClient()
  return useMemo(() => performer(client, group), [client, group])
}

type Done = { group: string; undo: () => Promise<void> }

/** Acts of this visit that can be taken back, the last one last; one on its way is taken back when it arrived. */
const done: Done[] = []

export async function undoLast(group: string) {
  const at = done.findLastIndex((one) => one.group === group)
  const [last] = at < 0 ? [] : done.splice(at, 1)
  if (!last) {
    const open = () => location.assign(undoLink(group))
    return toast({ text: 'Nothing to undo since this page was opened. What you did before is listed.', open })
  }
  await last.undo()
}

/** Keeps the way back of an act; what it returns forgets it again, and says whether it was still there. */
export function keepUndo(group: string, undo: () => Promise<void>): () => boolean {
  const one: Done = { group, undo }
  done.push(one)
  return () => {
    const at = done.indexOf(one)
    if (at >= 0) done.splice(at, 1)
    return at >= 0
  }
}

function performer(client: QueryClient, group: string): Perform {
  const undo = async (event: number) => {
    try {
      const { card, event: undone } = await send(undoEvent, { group, event })
      absorbCard(client, group, card, undone)
      toast({ text: `Undone: #${card.ref} is as it was.` })
    } catch (error) {
      toast({ text: wordsOf(error), tone: 'refused' })
    }
  }
  return async ({ endpoint, input, ref, hoped, told, aloud }) => {
    const forget = hope(group, ref, hoped)
    const { promise, resolve } = Promise.withResolvers<number | null>()
    const takeBack = keepUndo(group, async () => {
      const event = await promise
      if (event !== null) await undo(event)
    })
    try {
      const { card, warnings, event } = await inTurn(`${group}#${ref}`, (onWait) =>
        send(endpoint, input, told, onWait),
      )
      absorbCard(client, group, card, event)
      resolve(event)
      toast({
        text: told,
        ...(aloud ? { aloud } : {}),
        warnings: warnings.map(({ because }) => because),
        undo: () => void (takeBack() && undo(event)),
      })
      return true
    } catch (error) {
      takeBack()
      resolve(null)
      toast({ text: `#${ref} stays as it is. ${wordsOf(error)}`, tone: 'refused' })
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

const ATTEMPTS = 3

/**
 * Tries again when the server could not be reached: the key makes sure that the act happens once. An act that can be
 * told waits where everybody sees it, until somebody answers or whoever did it gives it up (`Discarded`); `onWait` is
 * called when it begins to.
 */
export async function send<E extends Endpoint>(
  endpoint: E,
  input: SentTo<E>,
  told?: string,
  onWait?: () => void,
): Promise<OutputOf<E>> {
  const key = newKey()
  const run = () => writing(endpoint).mutationFn({ input, key })
  const wait = (words: string) => {
    const { method, path } = endpoint
    const answer = waitInOutbox({ method, path, input, key, words }, run)
    onWait?.()
    return answer
  }
  // what was done before it is sent before it
  if (told !== undefined && outbox.get().waiting.length > 0) return wait(told)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (whoIsAway(error) !== null && attempt < ATTEMPTS && navigator.onLine) {
        await new Promise((resolve) => setTimeout(resolve, 400 * attempt))
        continue
      }
      if (told === undefined || !isHeld(error)) throw error
      return wait(told)
    }
  }
}

/** The reason of a refusal, or that nobody answered. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refused) return error.problem.detail
  if (error instanceof Discarded) return 'It was discarded before it could be sent.'
  return 'The server cannot be reached. Try again when the page says “Live”.'
}
