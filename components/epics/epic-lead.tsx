'use client'

import { useState } from 'react'

import { faceIcon } from '#components/issues/command/entry-icons.tsx'
import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Pick } from '#components/ui/fact.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { Epic } from '#lib/contract/epics.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import { engineersOf } from './engineers.ts'
import { useEpicActs } from './epic-acts.ts'

const EpicWaiting = lazily(async () => (await import('./epic-waiting.tsx')).EpicWaiting)
const EpicHandOver = lazyPopup(async () => (await import('./epic-hand-over.tsx')).EpicHandOver)

type Props = { group: string; epic: Epic; lookups: Lookups; mayEdit: boolean }

/** The tech lead, and the engineering manager for all others. */
export const mayHandOverEpic = ({ techLead }: Epic, actor: Actor & { handle: string }): boolean =>
  (techLead === actor.handle || may(actor, 'assign.others')) && may(actor, 'epic.hand_over')

/** Who leads an epic: the first one is named, from one to the next it is handed over. */
export function EpicLead({ group, epic, lookups, mayEdit }: Props) {
  const acts = useEpicActs(group)
  const actor = useActor(group)
  const [handing, setHanding] = useState(false)
  const { techLead } = epic
  const mayHandOver = mayHandOverEpic(epic, actor)
  const named = (): MenuEntry[] =>
    engineersOf(lookups.people).map((person) => ({
      kind: 'act',
      label: person.name,
      icon: faceIcon(person),
      act: () => void acts.lead(epic, person),
    }))
  const led = (): MenuEntry[] => [
    { kind: 'act', label: 'Hand over…', act: () => setHanding(true) },
    { kind: 'act', label: 'None', act: () => void acts.lead(epic, null) },
  ]
  return (
    <>
      <span className="-ml-2 flex">
        <Pick
          menu="Tech lead"
          mayChange={techLead === null ? mayEdit : mayHandOver}
          entries={techLead === null ? named : led}
        >
          <Lead techLead={techLead} lookups={lookups} />
        </Pick>
      </span>
      {epic.offeredTo !== null && <EpicWaiting group={group} epic={epic} lookups={lookups} />}
      {handing && (
        <EpicHandOver
          group={group}
          epic={epic}
          lookups={lookups}
          actor={actor}
          onHandOver={(input) => acts.handOver(epic, input)}
          onClose={() => setHanding(false)}
        />
      )}
    </>
  )
}

function Lead({ techLead, lookups }: { techLead: string | null; lookups: Lookups }) {
  if (techLead === null) return 'Not set'
  const name = nameOf(techLead, lookups)
  return (
    <>
      <Avatar face={{ handle: techLead, name }} size="sm" silent />
      <bdi>{name}</bdi>
    </>
  )
}
