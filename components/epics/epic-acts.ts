'use client'

import { useMemo } from 'react'

import { send, wordsOf } from '#components/issues/deeds.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { closeEpic, createEpic, editEpic, leadEpic, reopenEpic } from '#lib/contract/epics.ts'
import type { Epic } from '#lib/contract/epics.ts'
import { Refused } from '#lib/http/call.ts'

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
      /** Answers null when it is done, what others wrote meanwhile, or why not. */
      async edit(epic: Epic, texts: EpicTexts, version: number): Promise<Stale | { trouble: string } | null> {
        try {
          await send(editEpic, { group, epic: epic.number, ...texts, version })
          toast({ text: `Saved “${texts.title}”.` })
          return null
        } catch (error) {
          return staleOf(error) ?? { trouble: wordsOf(error) }
        }
      },
    }),
    [group],
  )
}

/** Somebody edited it first: their texts, and the version that an edit has to know now. */
export type Stale = { theirs: EpicTexts; version: number }

function staleOf(error: unknown): Stale | null {
  if (!(error instanceof Refused) || error.problem.code !== 'stale') return null
  const { theirs, version } = error.problem
  if (typeof version !== 'number' || typeof theirs !== 'object' || theirs === null) return null
  const text = (name: string) => String(Object.entries(theirs).find(([key]) => key === name)?.[1] ?? '')
  return { theirs: { title: text('title'), description: text('description') }, version }
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
