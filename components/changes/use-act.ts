'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

import { tellDone } from './undo.ts'
import { absorbOwn } from './cache-sync.ts'
import { newKey } from '#components/shell/new-key.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Endpoint, OutputOf, SentTo, Topic } from '#lib/contract/endpoint.ts'
import { Refused } from '#lib/http/call.ts'
import { writing } from '#lib/http/query.ts'

/** Sends a change, and tells how it went. Answers null for one that was refused or did not arrive. */
export type Act = <E extends Endpoint>(
  endpoint: E,
  input: SentTo<E>,
  told?: string | ((answer: OutputOf<E>) => string),
) => Promise<OutputOf<E> | null>

/** `topics`: what such changes touch, so that the page is true again when the act is done. */
export function useAct(...topics: Topic[]): { act: Act; busy: boolean } {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const named = topics.join(' ')
  const act: Act = useCallback(
    async (endpoint, input, told) => {
      setBusy(true)
      try {
        const answer = await writing(endpoint).mutationFn({ input, key: newKey() })
        // safe because `named` was joined from topics, none of which holds a space
        await absorbOwn(client, named.split(' ') as Topic[])
        if (told) tell(client, input, answer, typeof told === 'string' ? told : told(answer))
        return answer
      } catch (error) {
        toast({ text: error instanceof Refused ? error.problem.detail : AWAY, tone: 'refused' })
        return null
      } finally {
        setBusy(false)
      }
    },
    [client, named],
  )
  return { act, busy }
}

/** With the way back, where the answer names the event of the act. */
function tell(client: QueryClient, input: unknown, answer: unknown, text: string) {
  const [group, event] = [member(input, 'group'), member(answer, 'event')]
  if (typeof group === 'string' && typeof event === 'number') tellDone(client, group, { event, text })
  else toast({ text })
}

const member = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Object.entries(of).find(([key]) => key === name)?.[1] : undefined

const AWAY = 'The server cannot be reached. Check whether the change was made before you try again.'
