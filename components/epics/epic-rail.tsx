'use client'

import type { ReactNode } from 'react'

import { faceIcon } from '#components/issues/command/entry-icons.tsx'
import { Pick } from '#components/ui/fact.tsx'
import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { Note } from '#components/ui/tag.tsx'
import type { Epic } from '#lib/contract/epics.ts'
import { whyNotCloseEpic, whyNotReopenEpic } from '#lib/domain/epics.ts'

import { engineersOf } from './engineers.ts'
import { useEpicActs } from './epic-acts.ts'
import { EpicProgress } from './epic-progress.tsx'

type Props = { group: string; epic: Epic; lookups: Lookups; mayEdit: boolean; zone: string }

/** Who leads it, how far it is, and whether it is done. */
export function EpicRail({ group, epic, lookups, mayEdit, zone }: Props) {
  const acts = useEpicActs(group)
  const { progress, closed, techLead } = epic
  const why = closed
    ? whyNotReopenEpic({ closed, total: progress.total })
    : whyNotCloseEpic({ closed, open: progress.open })
  return (
    <aside aria-label="Facts" className="flex flex-col gap-5">
      <div className="flex items-center gap-2">
        <Note tone={closed ? 'good' : 'calm'}>{closed ? 'Closed' : 'Open'}</Note>
        <span className="flex-1" />
        {mayEdit && (
          <Button
            size="sm"
            disabledReason={why?.because}
            onClick={() => void (closed ? acts.reopen(epic) : acts.close(epic))}
          >
            {closed ? 'Reopen' : 'Close'}
          </Button>
        )}
      </div>
      <p className="-mt-3 text-xs text-pretty text-ink-2">
        {closed
          ? `It was closed on ${epic.closedAt === null ? '' : momentIn(zone, epic.closedAt)}. It reopens when an open issue is added.`
          : 'It closes automatically with its last issue, and reopens when an issue is added.'}
      </p>
      <Part title="Tech lead" isNamed={mayEdit}>
        <span className="-ml-2 flex">
          <Pick
            menu="Tech lead"
            mayChange={mayEdit}
            entries={() => [
              ...engineersOf(lookups.people).map((person) => ({
                kind: 'act' as const,
                label: person.name,
                icon: faceIcon(person),
                checked: person.handle === techLead,
                act: () => void acts.lead(epic, person),
              })),
              { kind: 'line' },
              {
                kind: 'act',
                label: 'None',
                checked: techLead === null,
                act: () => void acts.lead(epic, null),
              },
            ]}
          >
            <Lead techLead={techLead} lookups={lookups} />
          </Pick>
        </span>
      </Part>
      <Part title="Progress">
        <EpicProgress progress={progress} />
      </Part>
    </aside>
  )
}

type PartProps = {
  title: string
  /** It holds a button that says the title itself: the title is heard there. */
  isNamed?: boolean
  children: ReactNode
}

function Part({ title, isNamed = false, children }: PartProps) {
  return (
    <section className="flex flex-col gap-1.5">
      <h2 aria-hidden={isNamed || undefined} className="text-sm">
        {title}
      </h2>
      {children}
    </section>
  )
}

function Lead({ techLead, lookups }: { techLead: string | null; lookups: Lookups }) {
  if (techLead === null) return 'nobody'
  const name = nameOf(techLead, lookups)
  return (
    <>
      <Avatar face={{ handle: techLead, name }} size="sm" silent />
      <bdi>{name}</bdi>
    </>
  )
}
