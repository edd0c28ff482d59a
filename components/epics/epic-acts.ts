'use client'

import { useMemo } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import type { HandOver } from '#components/hand-overs/hand-over-acts.ts'
import { acceptEpic, declineEpic, handOverEpic, withdrawEpic } from '#lib/contract/epic-hand-overs.ts'
import { closeEpic, createEpic, leadEpic, reopenEpic } from '#lib/contract/epics.ts'
import type { Epic } from '#lib/contract/epics.ts'

export type EpicTexts = { title: string; description: string }

/** What can be done to epics; the page follows by the events that the acts leave. */
export function useEpicActs(group: string) {
  const change = useChange()
  return useMemo(
    () => ({
      create: (facts: EpicTexts & { techLead: string | null }) =>
        change({
          endpoint: createEpic,
          input: { group, ...facts },
          message: `Created the epic “${facts.title}”.`,
        }),
      lead: (epic: Epic, person: { handle: string; name: string } | null) =>
        change({
          endpoint: leadEpic,
          input: { group, epic: epic.number, person: person?.handle ?? null },
          message: person
            ? `${person.name} is the tech lead of “${epic.title}” now.`
            : `“${epic.title}” has no tech lead.`,
        }),
      handOver: (epic: Epic, { from, to, context, atOnce }: HandOver) =>
        change({
          endpoint: handOverEpic,
          input: { group, epic: epic.number, from, to: to.handle, context, ...(atOnce ? { atOnce } : {}) },
          message:
            from !== null && !atOnce
              ? `Asked ${to.name} to take over “${epic.title}”.`
              : `${to.name} is now the tech lead of “${epic.title}”.`,
        }),
      accept: (epic: Epic, offer: number) =>
        change({
          endpoint: acceptEpic,
          final: true,
          input: { group, epic: epic.number, offer },
          message: `You are now the tech lead of “${epic.title}”.`,
        }),
      decline: (epic: Epic, offer: number, reason: string) =>
        change({
          endpoint: declineEpic,
          final: true,
          input: { group, epic: epic.number, offer, reason },
          message: `You declined to take over “${epic.title}”.`,
        }),
      withdraw: (epic: Epic, offer: number) =>
        change({
          endpoint: withdrawEpic,
          final: true,
          input: { group, epic: epic.number, offer },
          message: `The hand-over of “${epic.title}” is withdrawn.`,
        }),
      close: (epic: Epic) =>
        change({
          endpoint: closeEpic,
          input: { group, epic: epic.number },
          message: `Closed “${epic.title}”.`,
        }),
      reopen: (epic: Epic) =>
        change({
          endpoint: reopenEpic,
          input: { group, epic: epic.number },
          message: `“${epic.title}” is open again.`,
        }),
    }),
    [change, group],
  )
}
