'use client'

import { useMemo } from 'react'

import { send, wordsOf } from '#components/issues/deeds.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { closeEpic, createEpic, leadEpic, reopenEpic } from '#lib/contract/epics.ts'
import type { Epic } from '#lib/contract/epics.ts'

export type EpicTexts = { title: string; description: string }

/** What can be done to epics; the page follows by the events that the acts leave. */
export function useEpicActs(group: string) {
  return useMemo(
    () => ({
      create: (facts: EpicTexts & { techLead: string | null }) =>
        attempt(createEpic, { group, ...facts }, `Created the epic “${facts.title}”.`),
      lead: (epic: Epic, person: { handle: string; name: string } | null) =>
        attempt(
          leadEpic,
          { group, epic: epic.number, person: person?.handle ?? null },
          person
            ? `${person.name} is the tech lead of “${epic.title}” now.`
            : `“${epic.title}” has no tech lead.`,
        ),
      close: (epic: Epic) => attempt(closeEpic, { group, epic: epic.number }, `Closed “${epic.title}”.`),
      reopen: (epic: Epic) =>
        attempt(reopenEpic, { group, epic: epic.number }, `“${epic.title}” is open again.`),
    }),
    [group],
  )
}

async function attempt<E extends Endpoint>(
  endpoint: E,
  input: SentTo<E>,
  told: string,
): Promise<OutputOf<E> | null> {
  try {
    const answer = await send(endpoint, input)
    toast({ text: told })
    return answer
  } catch (error) {
    toast({ text: wordsOf(error), tone: 'refused' })
    return null
  }
}
