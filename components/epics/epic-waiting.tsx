'use client'

import { PendingHandOver } from '#components/hand-overs/waiting-hand-over.tsx'
import type { Lookups } from '#components/lookups/lookups.ts'
import { useActor } from '#components/shell/use-group.ts'
import type { Epic } from '#lib/contract/epics.ts'

import { useEpicActs } from './epic-acts.ts'

type Props = { group: string; epic: Epic; lookups: Lookups }

/** Until the person asked has accepted, the tech lead stays accountable, and the page says so. */
export function EpicWaiting({ group, epic, lookups }: Props) {
  const acts = useEpicActs(group)
  const actor = useActor(group)
  const waiting = epic.handOvers.find(({ outcome }) => outcome === null)
  if (!waiting) return null
  return (
    <PendingHandOver
      group={group}
      waiting={waiting}
      lookups={lookups}
      actor={actor}
      sign={`&${epic.number}`}
      driver="tech lead"
      why={epic.closed ? 'This epic is closed. Reopen it first.' : null}
      onAccept={() => acts.accept(epic, waiting.id)}
      onDecline={(reason) => acts.decline(epic, waiting.id, reason)}
      onWithdraw={() => acts.withdraw(epic, waiting.id)}
    />
  )
}
