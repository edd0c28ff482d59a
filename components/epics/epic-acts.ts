'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { tellDone } from '#components/changes/undo.ts'
import { send, wordsOf } from '#components/changes/send.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { closeEpic, createEpic, leadEpic, reopenEpic } from '#lib/contract/epics.ts'
import type { Epic } from '#lib/contract/epics.ts'

export type EpicTexts = { title: string; description: string }

/** What can be done to epics; the page follows by the events that the acts leave. */
export function useEpicActs(group: string) {
  const client = useQueryClient()
  return useMemo(
    () => ({
      create: (facts: EpicTexts & { techLead: string | null }) =>
        attempt(client, createEpic, { group, ...facts }, `Created the epic “${facts.title}”.`),
      lead: (epic: Epic, person: { handle: string; name: string } | null) =>
        attempt(
          client,
          leadEpic,
          { group, epic: epic.number, person: person?.handle ?? null },
          person
            ? `${person.name} is the tech lead of “${epic.title}” now.`
            : `“${epic.title}” has no tech lead.`,
        ),
      close: (epic: Epic) =>
        attempt(client, closeEpic, { group, epic: epic.number }, `Closed “${epic.title}”.`),
      reopen: (epic: Epic) =>
        attempt(client, reopenEpic, { group, epic: epic.number }, `“${epic.title}” is open again.`),
    }),
    [client, group],
  )
}

type Told = Endpoint & { output: { _zod: { output: { event: number } } } }

async function attempt<E extends Told>(
  client: QueryClient,
  endpoint: E,
  input: SentTo<E>,
  told: string,
): Promise<OutputOf<E> | null> {
  try {
    const answer: OutputOf<E> = await send(endpoint, input)
    tellDone(client, String(input.group), { event: answer.event, text: told })
    return answer
  } catch (error) {
    toast({ text: wordsOf(error), tone: 'refused' })
    return null
  }
}
